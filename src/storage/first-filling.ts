import type { Knex } from 'knex'

/**
 * The filling of an empty desk, which takes some seconds and many transactions. A process killed in the middle leaves half a desk that
 * nobody has seen: the next start clears it and begins again.
 */
export const firstFilling = (knex: Knex) => ({
  async begin() {
    await knex.raw(
      `insert into settings (name, value) values ('first-filling', 'begun') on conflict (name) do update set value = 'begun'`,
    )
  },
  async finish() {
    await knex('settings').where({ name: 'first-filling' }).update({ value: 'finished' })
  },
  /** Removes every table when a filling was begun and not finished; migrations make them anew. True when it did. */
  async clearHalfDone(): Promise<boolean> {
    if (!(await knex.schema.hasTable('settings'))) return false
    const begun = await knex('settings')
      .where({ name: 'first-filling', value: 'begun' })
      .pluck<string[]>('name')
    if (begun.length === 0) return false
    await knex.raw('drop schema public cascade')
    await knex.raw('create schema public')
    return true
  },
})

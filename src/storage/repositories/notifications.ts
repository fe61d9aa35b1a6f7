import type { Knex } from 'knex'

/** They are written by the database alone, with the event that they speak of. */
export const createNotifications = (knex: Knex) => ({
  /** One of somebody's own, or all of them up to this one; what is read stays so. */
  async read(personId: number, { id, upTo }: { id?: number; upTo?: number }, at: Date): Promise<number> {
    return knex('notifications')
      .where({ person_id: personId })
      .whereNull('read_at')
      .modify((query) => (id === undefined ? query.where('id', '<=', upTo ?? 0) : query.where({ id })))
      .update({ read_at: at })
  },
  async setMailed(ids: readonly number[], at: Date) {
    await knex('notifications')
      .whereRaw('id = any(?)', [[...ids]])
      .update({ mailed_at: at })
  },
})

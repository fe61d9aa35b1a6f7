import { expect, test } from 'vitest'
import { migrate } from '../../src/storage/database.ts'
import { firstFilling } from '../../src/storage/first-filling.ts'
import { freshDatabase } from '../support/database.ts'

test('half a desk is cleared at the next start, a whole one never', async () => {
  const { knex } = await freshDatabase()
  const filling = firstFilling(knex)
  expect(await filling.clearHalfDone()).toBe(false)
  await filling.begin()
  await knex('people').insert({ name: 'Somebody', email: 'half@desk.example', password_hash: '-' })
  expect(await filling.clearHalfDone()).toBe(true)
  await migrate(knex)
  expect(await knex('people').select('id')).toEqual([])
  await filling.begin()
  await knex('people').insert({ name: 'Somebody', email: 'whole@desk.example', password_hash: '-' })
  await filling.finish()
  expect(await filling.clearHalfDone()).toBe(false)
  expect(await knex('people').pluck<string[]>('email')).toEqual(['whole@desk.example'])
})

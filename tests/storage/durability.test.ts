import { expect, test } from 'vitest'
import { connect } from '../../src/storage/database.ts'
import { assertDurable } from '../../src/storage/durability.ts'
import { startEmbedded } from '../../src/storage/embedded-postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a server that may lose saved text is refused by the names of its settings; a sound one has nothing to say', async () => {
  const folder = temporaryFolder()
  const server = await startEmbedded(folder.path)
  const knex = connect(server.url, { max: 1 })
  try {
    expect(await assertDurable(knex)).toEqual([])
    await knex.raw('alter system set full_page_writes = off')
    await knex.raw('select pg_reload_conf()')
    await expect
      .poll(() => assertDurable(knex).catch((error: unknown) => String(error)))
      .toMatch(/full_page_writes = off, must be on/)
  } finally {
    await knex.destroy()
    await server.stop()
    await folder.remove()
  }
})

import http from 'node:http'
import { expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { freshDatabase } from './database.ts'
const { knex } = await freshDatabase()
test('a', async () => {
  const t = performance.now()
  const b = await launchBrowser()
  console.log('launch', performance.now() - t)
  const srv = http.createServer((_, r) => r.end('<p lang=th>ภาษาไทย <b>กินข้าว</b></p>')).listen(0, '127.0.0.1')
  const p = await b.newPage()
  await p.goto(`http://127.0.0.1:${(srv.address() as any).port}/`)
  expect(await p.textContent('b')).toBe('กินข้าว')
  await p.screenshot({ path: '/tmp/tk-shot.png' })
  await expect(p.goto('https://example.com')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/)
  srv.close()
  const { rows } = await knex.raw("select count(*) n from information_schema.tables where table_schema='public'")
  console.log(rows)
})
test('clone speed', async () => { for (let i = 0; i < 3; i++) { const t = performance.now(); await freshDatabase(); console.log('clone', performance.now() - t) } })

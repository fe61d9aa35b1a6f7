import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { demoDomain, demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { hashPassword } from '../../src/workflows/password.ts'
import { launchBrowser } from '../support/browser.ts'
import { startDesk, password } from '../support/desk.ts'

test('shots', { timeout: 300_000 }, async () => {
  const desk = await startDesk()
  const passwordHash = await hashPassword(demoPassword)
  for (const [name, mail, roles] of [
    ['Nguyễn Ngọc Lan', 'lan', ['translator']],
    ['สมชาย ใจดี', 'somchai', ['editor', 'translator']],
    ['Trần Thị Minh Hạnh', 'hanh', ['terminologist']],
    ['Kanya Wattanakul', 'kanya', ['administrator']],
  ] as const)
    await desk.workbench.storage.people.add({ name, email: `${mail}@${demoDomain}`, passwordHash, locale: 'en', roles })
  const server = http.createServer(desk.app).listen(0)
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await launchBrowser()
  const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
  fs.mkdirSync('/tmp/shots', { recursive: true })
  const only = process.env.SHOTS?.split(',')
  for (const [width, height] of [[1440, 900], [390, 844]] as const)
    for (const scheme of ['light', 'dark'] as const)
      for (const locale of ['vi', 'th', 'en'] as const) {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale, bypassCSP: true })
        const page = await context.newPage()
        const shoot = async (name: string) => {
          const id = `${name}-${width}-${scheme}-${locale}`
          await page.evaluate(axe)
          const found = await page.evaluate(async () => {
            // @ts-expect-error axe is on the page
            const result = await axe.run()
            return [result.violations.map((v: any) => `${v.id}: ${v.nodes.map((n: any) => n.target + ' ' + n.any.map((a: any) => a.message)).join(' | ')}`), document.documentElement.scrollWidth - innerWidth]
          })
          if (found[0].length || found[1] > 0) console.log(id, JSON.stringify(found))
          if (!only || only.some((o) => id.includes(o))) await page.screenshot({ path: `/tmp/shots/${id}.png`, fullPage: true })
        }
        await page.goto(base + '/sign-in')
        await shoot('sign-in')
        await page.fill('#email', desk.people.administrator.email)
        await page.fill('#password', 'wrong')
        await page.click('.button--primary')
        await shoot('sign-in-wrong')
        await page.fill('#email', desk.people.administrator.email)
        await page.fill('#password', password)
        await page.click('.button--primary')
        await page.goto(base + '/account')
        await page.click(`.languages [value=${locale}]`)
        await shoot('account')
        await page.goto(base + '/people')
        await shoot('people')
        await page.fill('#name', 'x'); await page.fill('#email', 'y@x.y')
        await page.click('.card .button--primary')
        await shoot('people-invalid')
        await page.goto(base + '/people/1')
        await shoot('person')
        await page.goto(base + '/checks')
        await shoot('checks')
        await page.goto(base + '/nowhere')
        await shoot('not-found')
        await context.close()
      }
  server.close()
  expect(1).toBe(1)
})

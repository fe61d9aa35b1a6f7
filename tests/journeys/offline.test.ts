import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeDraft, writeIn } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
})

const draft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [
      { source: 'Lúa chín.', target: 'ข้าวสุกแล้ว' },
      { source: 'Trời đẹp.', target: 'ฟ้าใส' },
    ],
  })
const field = (page: Page, index: number) => page.locator('.editor__text').nth(index)
const state = (page: Page, wanted: string) => page.locator(`[data-status][data-state=${wanted}]`).waitFor()
const stored = async (segmentId = 0) => (await desk.workbench.storage.segments.get(segmentId)).revision.text
const holds = (page: Page, index: number, text: string) =>
  page.waitForFunction(
    ([at, wanted]) => document.querySelectorAll<HTMLTextAreaElement>('.editor__text')[at]?.value === wanted,
    [index, text] as const,
    { timeout: 20_000 },
  )

test('a network that is cut and comes back: what was typed is sent once, and what others saved meanwhile appears', async () => {
  const { draftId, segmentIds } = await draft()
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  await page.context().setOffline(true)
  await field(page, 1).fill('ข้าวสุกเหลืองแล้ว')
  await state(page, 'offline')
  await writeIn(desk.workbench, desk.people.secondTranslator, segmentIds[2] ?? 0, 'ฟ้าใสมาก')
  expect(await field(page, 2).inputValue()).toBe('ฟ้าใส')
  await page.context().setOffline(false)
  await state(page, 'saved')
  await holds(page, 2, 'ฟ้าใสมาก')
  expect(await stored(segmentIds[1])).toBe('ข้าวสุกเหลืองแล้ว')
  expect(await desk.workbench.storage.segments.history(segmentIds[1] ?? 0)).toHaveLength(2)
})

test('a session that ends while somebody types: the text stays, sign in again, the banner offers it, and it is saved', async () => {
  const { draftId, segmentIds } = await draft()
  const page = await desk.windowFor(browser, 'editor')
  await page.goto(desk.address + paths.draft(draftId))
  await desk.workbench.storage.people.endSessions(desk.people.editor.id)
  await field(page, 1).fill('พิมพ์ตอนที่หมดเวลา')
  await state(page, 'signed-out')
  // Typing goes on, and the way back in stays where it is; it asks nothing, since the text is kept.
  await field(page, 1).press('End')
  await page.keyboard.type(' ต่อไป')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.locator('[data-status] a').click()
  await page.locator('main input[name=email]:visible').fill(desk.people.editor.email)
  await page.locator('main input[name=password]:visible').fill('a password for tests')
  await page.keyboard.press('Enter')
  await page.locator('[data-brought-back]').waitFor()
  await page.locator('[data-brought-back] [data-keep]').click()
  await state(page, 'saved')
  expect(await stored(segmentIds[1])).toBe('พิมพ์ตอนที่หมดเวลา ต่อไป')
  expect(asked).toEqual([])
})

test('a server that stops and starts again: what was typed is sent, and the page hears of others as before', async () => {
  const { draftId, segmentIds } = await draft()
  const page = await desk.windowFor(browser, 'secondTranslator')
  const cookies = await page.context().cookies()
  const listenAt = (port: number) =>
    new Promise<Server>((resolve) => {
      const server = desk.app.listen(port, '127.0.0.1', () => {
        resolve(server)
      })
    })
  let server = await listenAt(0)
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  afterAll(stop)
  await page.context().addCookies(cookies)
  await page.goto(`http://127.0.0.1:${port}${paths.draft(draftId)}`)
  await page.locator('.desk--scripted').waitFor()
  await stop()
  await field(page, 1).fill('พิมพ์ตอนที่เซิร์ฟเวอร์หยุด')
  await state(page, 'offline')
  await writeIn(desk.workbench, desk.people.translator, segmentIds[2] ?? 0, 'ฟ้าใสยามเช้า')
  server = await listenAt(port)
  await state(page, 'saved')
  expect(await stored(segmentIds[1])).toBe('พิมพ์ตอนที่เซิร์ฟเวอร์หยุด')
  await holds(page, 2, 'ฟ้าใสยามเช้า')
  await writeIn(desk.workbench, desk.people.translator, segmentIds[2] ?? 0, 'ฟ้าใสยามเย็น')
  await holds(page, 2, 'ฟ้าใสยามเย็น')
})

test('where no stream comes through, the page asks every now and then, and hears the same', async () => {
  const { draftId, segmentIds } = await draft()
  const page = await desk.windowFor(browser, 'secondEditor')
  await page.route('**/live?*', (route) =>
    route.request().headers().accept === 'text/event-stream' ? route.abort() : route.continue(),
  )
  await page.goto(desk.address + paths.draft(draftId))
  const asked = page.waitForResponse(/\/live\?/, { timeout: 20_000 })
  await asked
  await writeIn(desk.workbench, desk.people.translator, segmentIds[2] ?? 0, 'ฟ้าใสจริง ๆ')
  await holds(page, 2, 'ฟ้าใสจริง ๆ')
})

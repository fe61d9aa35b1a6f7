import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeDraft } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
})

async function openDraft(): Promise<{ page: Page; draftId: number; segmentId: number }> {
  const { draftId, segmentIds } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [{ source: 'Lúa chín vàng trên đồng.', target: 'ข้าวสุกเหลืองในทุ่ง' }],
  })
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  return { page, draftId, segmentId: segmentIds[1] ?? 0 }
}
/** From now on the page hears of nobody's saves but by its own. */
const deaf = (page: Page) => page.route('**/standing?*', (route) => route.abort())
const editorOf = (page: Page) => page.locator('.editor__text').nth(1)
const stored = async (segmentId: number) =>
  (await desk.workbench.storage.segments.get(segmentId)).revision.text
const state = (page: Page, wanted: string) => page.locator(`[data-status][data-state=${wanted}]`).waitFor()

test('a pause in typing saves, and "saved" is said after the server has answered', async () => {
  const { page, segmentId } = await openDraft()
  await editorOf(page).fill('ข้าวสุกเหลืองเต็มทุ่ง')
  await state(page, 'unsaved')
  await state(page, 'saved')
  expect(await stored(segmentId)).toBe('ข้าวสุกเหลืองเต็มทุ่ง')
})

test('with the network gone the page says so, keeps the text through a reload, and sends it once when the network is back', async () => {
  const { page, segmentId } = await openDraft()
  await page.route('**/revisions', (route) => route.abort())
  await editorOf(page).fill('ข้อความระหว่างที่ไม่มีเครือข่าย')
  await editorOf(page).blur()
  await state(page, 'offline')
  expect(await stored(segmentId)).toBe('ข้าวสุกเหลืองในทุ่ง')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  expect(await editorOf(page).inputValue()).toBe('ข้อความระหว่างที่ไม่มีเครือข่าย')
  await state(page, 'restored')
  await page.unroute('**/revisions')
  await editorOf(page).press('Control+s')
  await state(page, 'saved')
  expect(await desk.workbench.storage.segments.history(segmentId)).toHaveLength(2)
})

test('an answer lost on the way is asked for again under the same name: one revision', async () => {
  const { page, segmentId } = await openDraft()
  let isFirst = true
  await page.route('**/revisions', async (route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    await route.fetch()
    await route.abort()
  })
  await editorOf(page).fill('บันทึกแล้วแต่คำตอบหาย')
  await editorOf(page).blur()
  await state(page, 'offline')
  await state(page, 'saved')
  expect(await stored(segmentId)).toBe('บันทึกแล้วแต่คำตอบหาย')
  expect(await desk.workbench.storage.segments.history(segmentId)).toHaveLength(2)
})

test('a session that ends while somebody types loses nothing: sign in again, and the text is there', async () => {
  const { page, draftId, segmentId } = await openDraft()
  await desk.workbench.storage.people.endSessions(desk.people.translator.id)
  await editorOf(page).fill('พิมพ์หลังหมดเวลา')
  await editorOf(page).blur()
  await state(page, 'signed-out')
  expect(await stored(segmentId)).toBe('ข้าวสุกเหลืองในทุ่ง')
  const again = await page.locator('[data-status] a').getAttribute('href')
  expect(again).toBe(paths.signIn({ next: paths.draft(draftId) }))
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(desk.address + (again ?? ''))
  await page.locator('main input[name=email]:visible').fill(desk.people.translator.email)
  await page.locator('main input[name=password]:visible').fill('a password for tests')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === paths.draft(draftId))
  expect(await editorOf(page).inputValue()).toBe('พิมพ์หลังหมดเวลา')
  await editorOf(page).press('Control+s')
  await state(page, 'saved')
  expect(await stored(segmentId)).toBe('พิมพ์หลังหมดเวลา')
})

test("one's own second tab is a conflict too, and neither text is lost", async () => {
  const { page, segmentId } = await openDraft()
  const second = await page.context().newPage()
  await deaf(second)
  await second.goto(page.url())
  await editorOf(page).fill('จากแท็บแรก')
  await editorOf(page).press('Control+s')
  await state(page, 'saved')
  await editorOf(second).fill('จากแท็บที่สอง')
  await editorOf(second).press('Control+s')
  await state(second, 'conflict')
  expect(await second.locator('.conflict [data-slot=theirs]').textContent()).toBe('จากแท็บแรก')
  expect(await second.locator('.conflict [data-slot=headline]').textContent()).toContain('another window')
  await second.locator('.conflict [data-choose=mine]').click()
  await state(second, 'saved')
  const history = await desk.workbench.storage.segments.history(segmentId)
  expect(history.map(({ text }) => text)).toEqual(['ข้าวสุกเหลืองในทุ่ง', 'จากแท็บแรก', 'จากแท็บที่สอง'])
})

test('keys do nothing while an input method is composing', async () => {
  const { page, segmentId } = await openDraft()
  const editor = editorOf(page)
  await editor.focus()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', { text: 'tiê', selectionStart: 3, selectionEnd: 3 })
  await page.keyboard.press('Control+Enter')
  expect(await editor.evaluate((one) => one === document.activeElement)).toBe(true)
  expect((await desk.workbench.storage.segments.get(segmentId)).state).toBe('initial')
})

test('without scripts a segment is saved by its form, and a conflict is a page with both texts and a way on', async () => {
  const { page, segmentId } = await openDraft()
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const form = await plain.newPage()
  const late = await plain.newPage()
  for (const one of [form, late]) await one.goto(page.url())
  await editorOf(form).fill('บันทึกด้วยฟอร์ม')
  await form.locator('[data-save]').nth(1).click()
  expect(await stored(segmentId)).toBe('บันทึกด้วยฟอร์ม')
  await editorOf(late).fill('มาทีหลัง')
  await late.locator('[data-save]').nth(1).click()
  expect(await late.locator('main').innerText()).toContain('บันทึกด้วยฟอร์ม')
  expect(await late.locator('[name=text]').inputValue()).toBe('มาทีหลัง')
  await late.locator('main form button.button--primary').click()
  expect(await stored(segmentId)).toBe('มาทีหลัง')
})

test('"saved" is said of the page only when nothing in it is left to save', async () => {
  const { page, segmentId } = await openDraft()
  await deaf(page)
  const colleague = await desk.windowFor(browser, 'secondTranslator')
  await colleague.goto(page.url())
  await editorOf(colleague).fill('จากเพื่อนร่วมงาน')
  await editorOf(colleague).press('Control+s')
  await state(colleague, 'saved')
  await editorOf(page).fill('จากฉัน')
  await editorOf(page).press('Control+s')
  await state(page, 'conflict')
  await page.locator('.editor__text').first().fill('ฤดูเกี่ยวข้าว')
  await page.locator('.editor__text').first().press('Control+s')
  await page.locator('[data-row-status][data-state=saved]').waitFor()
  expect(await page.locator('[data-status]').getAttribute('data-state')).toBe('conflict')
  await page.locator('.conflict [data-choose=theirs]').click()
  await state(page, 'saved')
  expect(await stored(segmentId)).toBe('จากเพื่อนร่วมงาน')
  // What is typed and taken back is as saved as before.
  await editorOf(page).press('End')
  await page.keyboard.type('ก')
  await state(page, 'unsaved')
  await page.keyboard.press('Backspace')
  await state(page, 'saved')
})

test('a conflict stays one through any number of reloads, and nothing is overwritten before it is decided', async () => {
  const { page, segmentId } = await openDraft()
  await deaf(page)
  const colleague = await desk.windowFor(browser, 'secondTranslator')
  await colleague.goto(page.url())
  await editorOf(colleague).fill('จากเพื่อนร่วมงาน')
  await editorOf(colleague).press('Control+s')
  await state(colleague, 'saved')
  await editorOf(page).fill('จากฉัน')
  await editorOf(page).press('Control+s')
  await state(page, 'conflict')
  page.on('dialog', (dialog) => void dialog.accept())
  for (let reload = 0; reload < 3; reload++) {
    await page.reload()
    await page.locator('.conflict').waitFor()
    expect(await editorOf(page).inputValue()).toBe('จากฉัน')
    await editorOf(page).focus()
    await editorOf(page).blur()
  }
  expect(await stored(segmentId)).toBe('จากเพื่อนร่วมงาน')
})

test('a text whose segment was cut away meanwhile is shown until the person has taken what they need', async () => {
  const { page } = await openDraft()
  const colleague = await desk.windowFor(browser, 'secondTranslator')
  await colleague.goto(page.url())
  await colleague.locator('.editor__text').first().focus()
  await Promise.all([colleague.waitForEvent('load'), colleague.keyboard.press('Alt+Shift+ArrowLeft')])
  await editorOf(page).fill('พิมพ์ระหว่างที่มีคนตัดใหม่')
  await editorOf(page).press('Control+s')
  await state(page, 'failed')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  const stray = page.locator('.stray')
  expect(await stray.textContent()).toBe('พิมพ์ระหว่างที่มีคนตัดใหม่')
  await page.reload()
  expect(await stray.count()).toBe(1)
  await page.locator('[data-discard]').click()
  await page.reload()
  expect(await stray.count()).toBe(0)
})

test('without scripts two segments are merged from the menu, and come back by undo', async () => {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [
      [
        { source: 'Lúa chín vàng.', target: 'ข้าวสุกเหลือง' },
        { source: 'Nông dân vui mừng.', target: 'ชาวนาดีใจ' },
      ],
    ],
  })
  const signedIn = await desk.windowFor(browser, 'translator')
  const storageState = await signedIn.context().storageState()
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage()
  await page.goto(desk.address + paths.draft(draftId))
  const sources = page.locator('.segment__source p')
  expect(await sources.count()).toBe(3)
  await page.locator('.segment').nth(1).locator('.menu > summary').click()
  await page.locator('.segment').nth(1).locator('.menu button[value=merge]').click()
  expect(await sources.allTextContents()).toEqual(['Mùa gặt', expect.stringMatching(/^Lúa.*mừng\.$/)])
  await page.locator('form[action*="/resegmentations/"][action$="/undo"] button').click()
  expect(await sources.count()).toBe(3)
})

const banner = (page: Page) => page.locator('[data-brought-back]')

test('after a crash a banner says what was brought back and from when; each text is saved or discarded by a word', async () => {
  const { page, segmentId } = await openDraft()
  await page.route('**/revisions', (route) => route.abort())
  await page.locator('.editor__text').first().fill('ฤดูเกี่ยวข้าว')
  await editorOf(page).fill('พิมพ์ก่อนที่เครื่องจะดับ')
  await state(page, 'offline')
  const address = page.url()
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(address)
  await banner(again).waitFor()
  expect(await banner(again).locator('h2').textContent()).toBe(
    '2 texts that were not saved are back in their segments.',
  )
  const item = (text: string) => banner(again).locator('li', { hasText: text })
  expect(await item('ก่อนที่เครื่องจะดับ').locator('[data-slot=when]').textContent()).toMatch(
    /^Segment 2, typed .*\d:\d\d/,
  )
  expect(await violations(again)).toEqual([])
  await item('ฤดูเกี่ยวข้าว').locator('[data-discard-text]').click()
  expect(await again.locator('.editor__text').first().inputValue()).toBe('ฤดูเก็บเกี่ยว')
  await item('ก่อนที่เครื่องจะดับ').locator('[data-keep]').click()
  await banner(again).waitFor({ state: 'detached' })
  expect(await stored(segmentId)).toBe('พิมพ์ก่อนที่เครื่องจะดับ')
  await again.reload()
  await again.locator('.desk--scripted').waitFor()
  expect(await banner(again).count()).toBe(0)
})

test('another person at the same machine never sees it, and it waits for its own', async () => {
  const { page } = await openDraft()
  const address = page.url()
  await page.route('**/revisions', (route) => route.abort())
  await editorOf(page).fill('ของคนแรกเท่านั้น')
  await state(page, 'unsaved')
  page.on('dialog', (dialog) => void dialog.accept())
  const signInAs = async (email: string) => {
    await page.context().clearCookies()
    await page.goto(desk.address + paths.signIn({ next: new URL(address).pathname }))
    await page.locator('main input[name=email]:visible').fill(email)
    await page.locator('main input[name=password]:visible').fill('a password for tests')
    await page.keyboard.press('Enter')
    await page.locator('.desk--scripted').waitFor()
  }
  await signInAs(desk.people.secondTranslator.email)
  expect(await banner(page).count()).toBe(0)
  expect(await editorOf(page).inputValue()).toBe('ข้าวสุกเหลืองในทุ่ง')
  await signInAs(desk.people.translator.email)
  await banner(page).waitFor()
  expect(await editorOf(page).inputValue()).toBe('ของคนแรกเท่านั้น')
})

import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeDraft } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
})

const drafted = ['ฤดูเก็บเกี่ยว', 'ข้าวสุกเหลืองในทุ่ง', 'ชาวนาดีใจ ปีนี้ราคาดี', 'ตลาดคึกคัก']

async function openDraft(): Promise<{ page: Page; draftId: number }> {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: drafted[0] ?? '' },
    paragraphs: [
      { source: 'Lúa chín vàng trên đồng.', target: drafted[1] ?? '' },
      { source: 'Nông dân vui mừng, năm nay được giá.', target: drafted[2] ?? '' },
      { source: '', target: drafted[3] ?? '' },
    ],
  })
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  return { page, draftId }
}

const editor = (page: Page, row: number) => page.locator('.editor__text').nth(row)
const texts = (page: Page) =>
  page.locator('.editor__text').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
const rowInFocus = (page: Page) =>
  page.locator('.editor__text').evaluateAll((all) => all.findIndex((one) => one === document.activeElement))
/** Presses a key that loads the page anew. */
async function pressAndLoad(page: Page, key: string) {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
  await expect.poll(() => rowInFocus(page)).toBeGreaterThanOrEqual(0)
}

test('a break is moved as often as its key is pressed, since the row keeps the focus, and each move is undone by a key', async () => {
  const { page } = await openDraft()
  await editor(page, 1).focus()
  await pressAndLoad(page, 'Alt+Shift+ArrowRight')
  expect((await texts(page)).slice(1, 3)).toEqual(['ข้าวสุกเหลืองในทุ่งชาวนาดีใจ', 'ปีนี้ราคาดี'])
  expect(await rowInFocus(page)).toBe(1)
  await pressAndLoad(page, 'Alt+Shift+ArrowRight')
  expect((await texts(page)).slice(1, 3)).toEqual(['ข้าวสุกเหลืองในทุ่งชาวนาดีใจ ปีนี้ราคาดี', ''])
  await pressAndLoad(page, 'Alt+Shift+KeyZ')
  await pressAndLoad(page, 'Alt+Shift+KeyZ')
  expect(await texts(page)).toEqual(drafted)
})

test('a row is merged with the next by a key, what is typed in it saved before; rows of two paragraphs are not offered it', async () => {
  const { page } = await openDraft()
  await editor(page, 0).focus()
  await page.keyboard.press('Alt+Shift+KeyM')
  await editor(page, 2).fill('ชาวนาดีใจมาก')
  await pressAndLoad(page, 'Alt+Shift+KeyM')
  expect(await texts(page)).toEqual([drafted[0], drafted[1], 'ชาวนาดีใจมากตลาดคึกคัก'])
  expect(await rowInFocus(page)).toBe(2)
  await pressAndLoad(page, 'Alt+Shift+KeyZ')
  expect(await texts(page)).toEqual([drafted[0], drafted[1], 'ชาวนาดีใจมาก', drafted[3]])
})

test('a row is split at the caret, also inside a Thai phrase; the source is asked for with the likeliest place chosen', async () => {
  const { page } = await openDraft()
  await editor(page, 2).focus()
  const at = 'ชาวนาดีใจ ปีนี้'.length
  await editor(page, 2).evaluate((one, caret) => {
    ;(one as HTMLTextAreaElement).setSelectionRange(caret, caret)
  }, at)
  await page.keyboard.press('Alt+Shift+KeyS')
  await page.waitForURL(/\/split\?/)
  expect(await page.locator('[name=targetAt]:checked').inputValue()).toBe(String(at))
  expect(await page.locator('[name=sourceAt]:checked + span').textContent()).toBe('Nông dân vui mừng,')
  await page.click('main form button.button--primary')
  await page.waitForURL(/\/drafts\//)
  expect(await texts(page)).toEqual([drafted[0], drafted[1], 'ชาวนาดีใจ ปีนี้', 'ราคาดี', drafted[3]])
  await expect.poll(() => rowInFocus(page)).toBe(2)
})

test('a menu is closed by Escape and by going on elsewhere, and Escape goes back to its button', async () => {
  const { page } = await openDraft()
  const menu = page.locator('.segment').nth(1).locator('.menu')
  await menu.locator('summary').press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await menu.getAttribute('open')).toBeNull()
  expect(await menu.locator('summary').evaluate((one) => one === document.activeElement)).toBe(true)
  await menu.locator('summary').click()
  await editor(page, 0).focus()
  expect(await menu.getAttribute('open')).toBeNull()
})

test('a link followed while something is unsaved waits until it is saved, and asks nothing', async () => {
  const { page, draftId } = await openDraft()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.accept()
  })
  await page.route('**/revisions', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await editor(page, 1).pressSequentially('ก')
  await page.locator(`a[href="${paths.articles()}"]`).first().click()
  await page.waitForURL((url) => url.pathname === paths.articles())
  const [, segment] = await desk.workbench.storage.segments.list(draftId)
  expect(segment?.revision.text).toContain('ก')
  expect(segment?.revision.text).not.toBe(drafted[1])
  expect(dialogs).toEqual([])
})

test('the row being typed in stays where it is on the screen when findings above it go', async () => {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu mới', target: 'สะพานใหม่' },
    paragraphs: Array.from({ length: 12 }, (_, index) => ({
      source: `Cầu thứ ${index + 20} dài 250 mét.`,
      target: `สะพานที่ ${index + 20} ยาว 205 เมตร`,
    })),
  })
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  const row = page.locator('.segment').nth(8)
  // The first save brings the draft's findings.
  await editor(page, 8).fill('สะพานที่ 27 ยาว 206 เมตร')
  await page.keyboard.press('Control+s')
  await row.locator('.finding').waitFor()
  await editor(page, 8).fill('สะพานที่ 27 ยาว 250 เมตร')
  await page.keyboard.press('Control+Enter')
  expect(await rowInFocus(page)).toBe(9)
  const topOfNext = () => editor(page, 9).evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const before = await topOfNext()
  await row.locator('.finding').waitFor({ state: 'detached' })
  expect(Math.abs((await topOfNext()) - before)).toBeLessThanOrEqual(1)
})

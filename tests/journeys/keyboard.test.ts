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

const drafted = ['สะพานใหม่', 'สะพานยาว 205 เมตร  กว้าง 12 เมตร', 'เปิดใช้ปี 2568 รถผ่านวันละ 400 คัน', 'ชาวบ้านดีใจ']

async function openDraft(): Promise<{ page: Page; draftId: number }> {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu mới', target: drafted[0] ?? '' },
    paragraphs: [
      { source: 'Cầu dài 250 mét, rộng 12 mét.', target: drafted[1] ?? '' },
      [
        { source: 'Thông xe năm 2025, mỗi ngày 500 xe.', target: drafted[2] ?? '' },
        { source: 'Người dân vui mừng.', target: drafted[3] ?? '' },
      ],
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
/** The machine that runs the tests may be busy with others. */
const patiently = { timeout: 10_000 }
const said = (page: Page) => page.locator('[data-announcer]')
const saved = (page: Page) => page.locator('[data-status][data-state=saved]').waitFor()
async function pressAndLoad(page: Page, key: string) {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
  await expect.poll(() => rowInFocus(page), patiently).toBeGreaterThanOrEqual(0)
}

test('the whole job without a mouse: finding, offer, dismissal, split, merge, comment, confirmation, submission', async () => {
  const { page, draftId } = await openDraft()
  // The first save brings the draft's findings.
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await rowInFocus(page)).toBe(0)
  await page.keyboard.press('Control+Enter')
  await page.locator('.finding').first().waitFor()

  // The words that a finding is about are selected, and it is said which of how many it is.
  await page.keyboard.press('Alt+Shift+KeyN')
  expect(await rowInFocus(page)).toBe(1)
  await expect.poll(() => said(page).textContent(), patiently).toMatch(/1 of \d/)
  const selected = () =>
    editor(page, 1).evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement
      return value.slice(selectionStart, selectionEnd)
    })
  expect(await selected()).not.toBe('')

  // What is offered goes in by a key, and comes out again by undo, although it is saved.
  const before = await editor(page, 1).inputValue()
  await page.keyboard.press('Alt+1')
  const mended = await editor(page, 1).inputValue()
  expect(mended).not.toBe(before)
  await saved(page)
  await page.keyboard.press('Alt+Shift+KeyZ')
  await expect.poll(() => editor(page, 1).inputValue(), patiently).toBe(before)
  await page.reload()
  await page.keyboard.press('Alt+Shift+KeyY')
  await expect.poll(() => editor(page, 1).inputValue(), patiently).toBe(mended)
  await page.reload()
  expect(await editor(page, 1).inputValue()).toBe(mended)

  // All that is left is dismissed, each with a reason.
  const open = page.locator('.finding:not(.finding--dismissed)')
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await page.keyboard.press('Alt+Shift+KeyN')
    await page.keyboard.press('Alt+Shift+KeyD')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason')
    await page.keyboard.type('ต้นฉบับผิด')
    await page.keyboard.press('Enter')
    await expect.poll(() => open.count(), patiently).toBeLessThan(left)
    await expect.poll(() => rowInFocus(page), patiently).toBeGreaterThanOrEqual(0)
  }
  await page.keyboard.press('Alt+Shift+KeyN')
  await expect.poll(() => said(page).textContent(), patiently).toBe('No finding is open')

  // Split at the caret, merged again.
  while ((await rowInFocus(page)) < 2) await page.keyboard.press('Alt+Shift+ArrowDown')
  while ((await rowInFocus(page)) > 2) await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.press('Home')
  for (let step = 0; step < 'เปิดใช้ปี 2568'.length; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+Shift+KeyS')
  await page.waitForURL(/\/split\?/)
  await page.locator('[name=targetAt]:checked').focus()
  await pressAndLoad(page, 'Enter')
  expect(await texts(page)).toHaveLength(5)
  await pressAndLoad(page, 'Alt+Shift+KeyM')
  expect((await texts(page))[2]).toBe(drafted[2])

  // A comment, and back to the work.
  await page.keyboard.press('Alt+Shift+KeyW')
  await page.keyboard.type('ตรวจตัวเลขแล้ว')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.comment__body', { hasText: 'ตรวจตัวเลขแล้ว' }).waitFor()

  await page.goto(desk.address + paths.draft(draftId))
  const unconfirmed = page.locator('.segment__state--initial')
  for (let left = await unconfirmed.count(); left > 0; left = await unconfirmed.count()) {
    await page.keyboard.press('Alt+Shift+KeyU')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => unconfirmed.count(), patiently).toBeLessThan(left)
    await page.reload()
  }
  // What the cut and its merge brought up anew is dismissed as before.
  for (let left = await open.count(); left > 0; left = await open.count()) {
    await page.keyboard.press('Alt+Shift+KeyN')
    await page.keyboard.press('Alt+Shift+KeyD')
    await page.keyboard.type('ต้นฉบับผิด')
    await page.keyboard.press('Enter')
    await expect.poll(() => open.count(), patiently).toBeLessThan(left)
  }
  await page.keyboard.press('Alt+Shift+Enter')
  await page.keyboard.type('พร้อมแล้ว')
  await page.keyboard.press('Tab')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await desk.workbench.storage.versions.latest(draftId)).toMatchObject({ note: 'พร้อมแล้ว' })
}, 120_000)

test('the sheet of keys and the palette show what there is; the palette finds without marks and offers only what can be done now', async () => {
  const { page } = await openDraft()
  await page.keyboard.press('?')
  await page.locator('[data-key-sheet][open]').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await editor(page, 1).focus()
  await page.keyboard.press('?')
  expect(await editor(page, 1).inputValue()).toContain('?')
  await page.keyboard.press('Alt+Slash')
  await page.locator('[data-key-sheet][open]').waitFor()
  await page.keyboard.press('Escape')
  expect(await rowInFocus(page)).toBe(1)

  await desk.workbench.storage.people.setLocale(desk.people.translator.id, 'vi')
  await saved(page)
  await page.reload()
  await editor(page, 1).focus()
  await page.keyboard.press('Control+k')
  expect(await violations(page)).toEqual([])
  const names = page.locator('.palette__item > :first-child')
  expect(await names.allTextContents()).not.toContain('Gộp với phân đoạn sau')
  await page.keyboard.type('chep goc')
  expect(await names.allTextContents()).toEqual(['Chép bản gốc'])
  await page.keyboard.press('Enter')
  expect(await editor(page, 1).inputValue()).toBe('Cầu dài 250 mét, rộng 12 mét.')
  expect(await rowInFocus(page)).toBe(1)
  // Typed, as it were: the browser's own undo takes it out again.
  await page.keyboard.press('Control+z')
  expect(await editor(page, 1).inputValue()).toContain('205')
})

test('keys are chosen by pressing them, refused where another command has them, and used from then on; usual again on request', async () => {
  const { page, draftId } = await openDraft()
  await page.goto(desk.address + paths.keys())
  expect(await violations(page)).toEqual([])
  const press = page.locator('#key-next-segment + button')
  await press.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+Shift+KeyM')
  expect(await page.inputValue('#key-next-segment')).toBe('Alt+Shift+M')
  await page.locator('#key-next-segment').press('Enter')
  await page.locator('#key-next-segment-error', { hasText: 'Merge with the next segment' }).waitFor()
  await page.fill('#key-next-segment', 'F9')
  await page.locator('#key-next-segment').press('Enter')
  await page.locator('.notice--good').waitFor()

  await page.goto(desk.address + paths.draft(draftId))
  await page.keyboard.press('F9')
  expect(await rowInFocus(page)).toBe(0)
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await rowInFocus(page)).toBe(0)
  await page.goto(desk.address + paths.keys())
  await page.locator('[name=reset]').press('Enter')
  await page.locator('.notice--good').waitFor()
  expect(await page.inputValue('#key-next-segment')).toBe('Alt+Shift+↓')
})

test('no key acts while an input method composes, nor for AltGr', async () => {
  const { page } = await openDraft()
  await editor(page, 1).focus()
  const press = (init: Readonly<Record<string, string | number | boolean>>) =>
    editor(page, 1).evaluate((one, options) => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options })
      one.dispatchEvent(event)
      return event.defaultPrevented
    }, init)
  const merge = { code: 'ArrowDown', key: 'ArrowDown', altKey: true, shiftKey: true }
  expect(await press({ ...merge, isComposing: true })).toBe(false)
  expect(await press({ ...merge, keyCode: 229 })).toBe(false)
  expect(await press({ ...merge, modifierAltGraph: true })).toBe(false)
  expect(await rowInFocus(page)).toBe(1)
  expect(await press(merge)).toBe(true)
  expect(await rowInFocus(page)).toBe(2)
})

test('how the desk looks is chosen at once, stays on every page, and is chosen without scripts as well', async () => {
  const { page, draftId } = await openDraft()
  await editor(page, 1).focus()
  const size = () => editor(page, 1).evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  const usual = await size()
  await Promise.all([page.waitForResponse('**/account/comfort'), page.keyboard.press('Alt+Shift+Equal')])
  expect(await size()).toBeGreaterThan(usual)
  await page.keyboard.press('Alt+Shift+KeyV')
  await page.selectOption('#comfort-textSize', '200')
  await page.selectOption('#comfort-source', 'above')
  await Promise.all([page.waitForResponse('**/account/comfort'), page.selectOption('#comfort-theme', 'dark')])
  expect(await violations(page)).toEqual([])
  await page.reload()
  expect(await size()).toBe(usual * 2)
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  // Not a line of the editor is cut off: the mirror has its height from the same type.
  const hidden = await page
    .locator('.editor__text')
    .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length)
  expect(hidden).toBe(0)

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const form = await plain.newPage()
  await form.goto(desk.address + paths.account())
  await form.selectOption('#comfort-theme', 'light')
  await form.selectOption('#comfort-textSize', '100')
  await form.click('[data-comfort-save]')
  expect(await form.getAttribute('html', 'data-theme')).toBe('light')
  await plain.close()
  await page.goto(desk.address + paths.draft(draftId))
  expect(await size()).toBe(usual)
})

test('special characters come in at the caret by key, undoably, and the last one stands first', async () => {
  const { page } = await openDraft()
  await editor(page, 3).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Alt+Shift+KeyJ')
  expect(await violations(page)).toEqual([])
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-character'))
  const first = await focused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const third = await focused()
  expect(third).not.toBe(first)
  await page.keyboard.press('Enter')
  expect(await editor(page, 3).inputValue()).toBe(`${drafted[3]}${third}`)
  expect(await rowInFocus(page)).toBe(3)
  await page.keyboard.press('Alt+Shift+KeyJ')
  expect(await focused()).toBe(third)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  expect(await editor(page, 3).inputValue()).toBe(drafted[3])
})

test('the reading view has the text as it would be published, and leads back to each paragraph', async () => {
  const { page } = await openDraft()
  await page.keyboard.press('Alt+Shift+KeyQ')
  await page.waitForURL(/\/reading$/)
  expect(await violations(page)).toEqual([])
  expect(await page.locator('article p').last().textContent()).toContain('ชาวบ้านดีใจ')
  await page.locator('.reading__edit').last().press('Enter')
  await page.waitForURL(/\/drafts\/\d+#segment-/)
  await expect.poll(() => rowInFocus(page), patiently).toBe(2)
})

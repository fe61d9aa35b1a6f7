import { beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
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

const newDraft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Hà Nội đón khách', target: 'ฮานอยต้อนรับผู้มาเยือน' },
    paragraphs: [
      { source: 'Có 12 chuyến tàu ở Hà Nội.', target: 'มีรถไฟ 21 ขบวนที่ฮานอย' },
      { source: 'Có 40 chuyến xe.', target: 'มีรถ 90 คัน' },
      { source: 'Trời đẹp.', target: 'อากาศดี' },
    ],
  })

test('a filter narrows the list without leaving the page, and what is mended stays until it is applied again', async () => {
  const { draftId } = await newDraft()
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  const visible = () => page.locator('.segment:visible').count()
  expect(await visible()).toBe(4)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))

  await page.locator('.filter__more > summary').click()
  await page.selectOption('[name=check]', 'numbers-differ')
  await page.waitForURL(/check=numbers-differ/)
  expect(await visible()).toBe(2)
  expect(await page.locator('#filter-shown').textContent()).toBe('2 of 4 segments shown')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')

  // Keys pass over what the filter leaves out.
  const [first, second] = [1, 2].map((at) => page.locator('.editor__text').nth(at))
  await first!.fill('มีรถไฟ 12 ขบวนที่ฮานอย')
  await page.keyboard.press('Control+Enter')
  expect(await second!.evaluate((one) => one === document.activeElement)).toBe(true)
  const done = page.locator('.segment[data-left]')
  await done.waitFor()
  expect(await visible()).toBe(2)
  expect(await page.locator('#filter-shown').textContent()).toBe('1 of 4 segments shown')

  // Applied again, it goes.
  await page.locator('#filter-q').focus()
  await page.keyboard.press('Enter')
  await done.waitFor({ state: 'detached' })
  expect(await visible()).toBe(1)
  await page.reload()
  expect(await visible()).toBe(1)
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))

  await page.locator('[data-clear]').click()
  await page.waitForURL((url) => url.search === '')
  expect(await visible()).toBe(4)
  await page.locator('#filter-q').pressSequentially('hà nội')
  await page.waitForURL(/q=/)
  expect(await visible()).toBe(2)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('the panel leads from place to place, and find and replace previews, applies and takes back', async () => {
  const { draftId } = await newDraft()
  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  const form = page.locator('#summary [data-places]').filter({ hasText: 'ฮานอย' }).first()
  const selected = () =>
    page.evaluate(() => {
      const { activeElement } = document
      if (!(activeElement instanceof HTMLTextAreaElement)) return null
      const { value, selectionStart, selectionEnd } = activeElement
      return [activeElement.closest('.segment')?.id, value.slice(selectionStart, selectionEnd)]
    })
  const rows = await page.locator('.segment').evaluateAll((all) => all.map(({ id }) => id))
  await form.click()
  expect(await selected()).toEqual([rows[0], 'ฮานอย'])
  await form.click()
  expect(await selected()).toEqual([rows[1], 'ฮานอย'])
  await form.click()
  expect(await selected()).toEqual([rows[0], 'ฮานอย'])

  await page.goto(desk.address + paths.replacements(draftId, { find: 'รถ', replacement: 'ยาน' }))
  expect(await page.locator('[name=place]:checked').count()).toBe(2)
  expect(await violations(page)).toEqual([])
  await page.locator('[name=place]').first().uncheck()
  await page.locator('.replace__bar button').click()
  await page.waitForURL(/\/drafts\/\d+$/)
  const texts = () =>
    page.locator('.editor__text').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
  expect(await texts()).toContain('มียาน 90 คัน')
  expect(await texts()).toContain('มีรถไฟ 21 ขบวนที่ฮานอย')
  await page.locator('form[action*=change-sets] button').click()
  await page.waitForLoadState()
  expect(await texts()).toContain('มีรถ 90 คัน')
})

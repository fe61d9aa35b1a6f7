import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { interfaceLocales } from '../../src/domain/people.ts'
import { paths } from '../../src/web/paths.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
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

/** A draft whose second sentence is beside the wrong one, for all that the aligner knows. */
async function doubtfulDraft() {
  const { storage } = desk.workbench
  const draft = await makeDraft(storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa hái chè', target: 'ฤดูเก็บชา' },
    paragraphs: [
      [
        { source: 'Người dân trồng chè.', target: 'ชาวบ้านปลูกชา' },
        { source: 'Họ hái chè buổi sáng.', target: 'พวกเขาเก็บชาตอนเช้า' },
      ],
    ],
  })
  const [, , second = 0] = draft.segmentIds
  await storage.reader('segments').where({ id: second }).update({ alignment_confidence: 0.1 })
  return { ...draft, second }
}

/** What axe finds on the page, wide and light, narrow and dark, and whether it is wider than its window. */
async function faults(page: Page): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    // Half-way from one colour to another, nothing can be read.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    found.push(...(await violations(page)))
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
      found.push(`wider than ${width}`)
  }
  return found
}

describe.each(interfaceLocales)('with the interface in %s', (locale) => {
  test('an editor sets a severity, and the page stays where the check is', async () => {
    const page = await desk.windowFor(browser, 'editor', locale)
    await page.goto(desk.address + paths.checks())
    expect(await faults(page)).toEqual([])
    const check = page.locator('#numbers-differ')
    await check.locator('select').selectOption('minor')
    await check.locator('form button').click()
    await page.waitForURL(/#numbers-differ$/)
    expect(await check.locator('select').inputValue()).toBe('minor')
    await check.locator('select').selectOption('own')
    await check.locator('form button').click()
    await page.context().close()
  })

  test('the mark of a doubtful alignment can be reached with the keyboard, and goes when the segment is confirmed', async () => {
    const { draftId, second } = await doubtfulDraft()
    const page = await desk.windowFor(browser, 'translator', locale)
    await page.goto(desk.address + paths.draft(draftId))
    expect(await faults(page)).toEqual([])
    const marks = page.locator('.segment__doubt')
    expect(await marks.count()).toBe(1)
    await page.locator('#progress a').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`#segment-${second}$`))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('article')?.id)).toBe(
      `segment-${second}`,
    )
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => marks.count()).toBe(0)
    await expect.poll(() => page.locator('#progress a').count()).toBe(0)
    await page.context().close()
  })

  test('somebody teaches the aligner what was approved', async () => {
    const { draftId } = await doubtfulDraft()
    const { id } = await submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })
    await approveVersion(desk.workbench, desk.people.editor, id, { note: '', comments: [] })
    const page = await desk.windowFor(browser, 'terminologist', locale)
    await page.goto(desk.address + paths.alignment())
    expect(await faults(page)).toEqual([])
    const button = page.locator('main form button')
    await button.click()
    await page.locator('.notice--good').waitFor()
    expect(await button.count()).toBe(0)
    expect(await page.locator('main').textContent()).toContain('terminologist')
    expect(await faults(page)).toEqual([])
    await page.context().close()
  })
})

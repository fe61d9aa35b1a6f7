import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { interfaceLocales } from '../../src/domain/people.ts'
import { paths } from '../../src/web/paths.ts'
import { measureEdits } from '../../src/workflows/measure-edits.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { liveIn } from '../support/lived-in-desk.ts'
import { makeDraft } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
})

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('an editor filters the queue and gives a draft away in its line; the translator is told and goes there', async () => {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.administrator.id,
    title: { source: 'Hà Nội đón khách', target: 'ฮานอยต้อนรับผู้มาเยือน' },
    paragraphs: [{ source: 'Có 12 chuyến tàu.', target: 'มีรถไฟ 21 ขบวน' }],
  })
  await measureEdits(desk.workbench)
  const editor = await desk.windowFor(browser, 'editor')
  // Their home is the queue.
  expect(await editor.locator('h1').textContent()).toBe('Queue')
  await editor.locator('.tabs').getByRole('link', { name: 'Everything open' }).click()
  await editor.getByLabel('Only with something to look at').check()
  await editor.getByRole('button', { name: 'Show' }).click()
  const row = editor.locator(`#draft-${draftId}`)
  await row.waitFor()
  await row.getByLabel('Translator: ').selectOption({ label: 'translator' })
  await row.getByLabel('Due: ').fill('2026-01-05')
  await row.getByRole('button', { name: 'Assign' }).click()
  await editor.getByText('1 draft assigned.').waitFor()
  expect(new URL(editor.url()).searchParams.get('risky')).toBe('yes')
  await row.getByText('Overdue since').waitFor()

  const translator = await desk.windowFor(browser, 'translator')
  await translator.locator('.bell').click()
  expect(await violations(translator)).toEqual([])
  await translator.getByRole('button', { name: 'ฮานอยต้อนรับผู้มาเยือน', exact: true }).click()
  await translator.waitForURL(new RegExp(`${paths.draft(draftId)}$`))
  expect(await translator.locator('.bell__count').count()).toBe(0)
})

test('the queue, the notifications, the letters and the pictures hold in every language, on a telephone and in the dark', async () => {
  await liveIn(desk)
  await measureEdits(desk.workbench)
  const page = await desk.windowFor(browser, 'editor')
  for (const [index, locale] of interfaceLocales.entries()) {
    await desk.workbench.storage.people.setLocale(desk.people.editor.id, locale)
    await page.emulateMedia({ colorScheme: index === 1 ? 'dark' : 'light' })
    await page.setViewportSize(index === 0 ? { width: 1440, height: 900 } : { width: 390, height: 844 })
    for (const path of [
      paths.queue({ view: 'all' }),
      paths.notifications(),
      paths.insight(),
      paths.account(),
    ]) {
      await page.goto(desk.address + path)
      expect(await violations(page), `${locale} ${path}`).toEqual([])
      expect(await overflow(page), `${locale} ${path}`).toBe(0)
      expect(await page.locator('main').textContent()).not.toMatch(
        /\b(queue|notifications|insight)\.[a-z]|\{\{/,
      )
    }
  }
})

import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { rememberApproved } from '../../src/workflows/remember-version.ts'
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

test('a match is put in by a key, is saved, and comes out again by undo; the concordance looks for what is selected', async () => {
  const { workbench, people } = desk
  const by = people.translator.id
  const approved = await makeDraft(workbench.storage, {
    by,
    title: { source: 'Chợ nổi mở cửa', target: 'ตลาดน้ำเปิดแล้ว' },
  })
  const { id } = await submitDraft(workbench, people.translator, { draftId: approved.draftId, note: '' })
  await approveVersion(workbench, people.editor, id, { note: '', comments: [] })
  await rememberApproved(workbench)
  const { draftId, segmentIds } = await makeDraft(workbench.storage, {
    by,
    title: { source: 'Chợ nổi mở cửa', target: 'ตลาดลอยเปิด' },
  })
  const text = async () => (await workbench.storage.segments.get(segmentIds[0] ?? 0)).revision.text

  const page = await desk.windowFor(browser, 'translator')
  await page.goto(desk.address + paths.draft(draftId))
  await page.locator('.editor__text').first().focus()
  const match = page.locator('.memory [data-match="1"]')
  await match.waitFor()
  expect(await match.textContent()).toContain('ตลาดน้ำเปิดแล้ว')
  expect(await violations(page)).toEqual([])
  // Offered, and nothing more.
  expect(await text()).toBe('ตลาดลอยเปิด')

  await page.keyboard.press('Alt+Shift+Digit1')
  await expect.poll(text, { timeout: 10_000 }).toBe('ตลาดน้ำเปิดแล้ว')
  await page.keyboard.press('Control+z')
  await expect.poll(text, { timeout: 10_000 }).toBe('ตลาดลอยเปิด')

  await page.locator('.editor__text').first().selectText()
  await Promise.all([page.waitForURL('**/concordance**'), page.keyboard.press('Alt+Shift+KeyK')])
  expect(await page.locator('#q').inputValue()).toBe('ตลาดลอยเปิด')
  expect(await page.locator('#side').inputValue()).toBe('target')
  await page.locator('#q').fill('ตลาดนำ')
  await page.locator('#q').press('Enter')
  expect(await page.locator('.concordance__hit').first().textContent()).toBe('ตลาดน้ำ')
  expect(await violations(page)).toEqual([])
})

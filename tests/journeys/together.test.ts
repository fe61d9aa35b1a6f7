import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeDraft, writeIn } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

let desk: RunningDesk
let browser: Browser
let writer: Page
let colleague: Page
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
  writer = await desk.windowFor(browser, 'translator')
  colleague = await desk.windowFor(browser, 'secondTranslator')
})

const title = 'ฤดูเก็บเกี่ยว'
const texts = ['ข้าวสุกเหลืองในทุ่งกว้าง', 'ชาวนา 12 คนดีใจมาก', 'ตลาดเปิดแต่เช้า', 'ฝนหยุดตกแล้ว']

async function openTogether(): Promise<{ draftId: number; segmentIds: readonly number[] }> {
  const { draftId, segmentIds } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: title },
    paragraphs: [
      texts.slice(0, 2).map((target, at) => ({ source: `Câu số ${at + 1}.`, target })),
      texts.slice(2).map((target, at) => ({ source: `Câu số ${at + 3}.`, target })),
    ],
  })
  for (const page of [writer, colleague]) await page.goto(desk.address + paths.draft(draftId))
  await companions(writer).filter({ hasText: 'secondTranslator' }).waitFor()
  await companions(colleague).filter({ hasText: 'translator' }).waitFor()
  return { draftId, segmentIds: segmentIds.slice(1) }
}
const companions = (page: Page) => page.locator('[data-company-list] li')
const row = (page: Page, index: number) => page.locator('.segment').nth(index + 1)
const field = (page: Page, index: number) => row(page, index).locator('.editor__text')
const state = (page: Page, wanted: string) => page.locator(`[data-status][data-state=${wanted}]`).waitFor()
const holds = (page: Page, index: number, text: string) =>
  page.waitForFunction(
    ([at, wanted]) =>
      document.querySelectorAll<HTMLTextAreaElement>('.editor__text')[at + 1]?.value === wanted,
    [index, text] as const,
  )
const save = async (page: Page, index: number, text: string) => {
  await field(page, index).fill(text)
  await field(page, index).press('Control+s')
  await state(page, 'saved')
}
const stored = async (segmentId: number) =>
  (await desk.workbench.storage.segments.get(segmentId)).revision.text

describe('company', () => {
  test('each sees who else is here and in which segment, and when they have gone', async () => {
    await openTogether()
    await field(colleague, 1).focus()
    const badge = row(writer, 1).locator('.segment__companion')
    await badge.waitFor()
    expect(await badge.textContent()).toBe('secondTranslator is here')
    expect(await companions(writer).count()).toBe(1)
    await field(colleague, 2).focus()
    await row(writer, 2).locator('.segment__companion').waitFor()
    expect(await badge.count()).toBe(0)
    expect(await violations(writer)).toEqual([])
    await colleague.goto(desk.address + paths.articles())
    await companions(writer).waitFor({ state: 'detached' })
    expect(await writer.locator('.segment__companion').count()).toBe(0)
  })
})

describe("somebody else's save", () => {
  test('appears where nothing is typed, with its revision, and moves neither caret nor line of who types elsewhere', async () => {
    const { segmentIds } = await openTogether()
    await field(writer, 2).click()
    await writer.keyboard.press('End')
    await writer.keyboard.type('กำลังพิมพ์')
    const where = () =>
      writer.evaluate(() => {
        const active = document.activeElement as HTMLTextAreaElement
        return [active.getBoundingClientRect().top, active.selectionStart, active.value]
      })
    const before = await where()
    const long = `${texts[0] ?? ''} ${'และยาวขึ้นอีกมาก '.repeat(20)}จบ`
    await save(colleague, 0, long)
    await holds(writer, 0, long)
    const [top, ...rest] = await where()
    expect(Math.abs(Number(top) - Number(before[0]))).toBeLessThan(2)
    expect(rest).toEqual(before.slice(1))
    await writer
      .locator('[data-company-status]', { hasText: 'secondTranslator saved segment 2' })
      .waitFor({ state: 'attached' })
    // It is the new text's revision that the row now goes on from: no conflict.
    await save(writer, 0, `${long} ดี`)
    expect(await stored(segmentIds[0] ?? 0)).toBe(`${long} ดี`)
  })

  test('in the very row where the caret is leaves the caret at its place in the text', async () => {
    await openTogether()
    await field(writer, 1).focus()
    await field(writer, 1).evaluate((one) => {
      const text = one as HTMLTextAreaElement
      text.setSelectionRange(text.value.length - 3, text.value.length - 3)
    })
    await save(colleague, 1, 'ชาวนาทั้งหมด 12 คนดีใจมาก')
    await holds(writer, 1, 'ชาวนาทั้งหมด 12 คนดีใจมาก')
    const left = await field(writer, 1).evaluate((one) => {
      const text = one as HTMLTextAreaElement
      return text.value.slice(text.selectionStart)
    })
    expect(left).toBe('มาก')
  })

  test('where something is typed is a conflict at once: three texts, and both changes together when they lie apart', async () => {
    const { segmentIds } = await openTogether()
    await writer.route('**/revisions', (route) => route.abort())
    await field(writer, 1).fill('ชาวนา 12 คนดีใจจริง ๆ')
    await save(colleague, 1, 'ชาวไร่ 12 คนดีใจมาก')
    const panel = row(writer, 1).locator('.conflict')
    await panel.waitFor()
    await writer.unroute('**/revisions')
    const slot = (name: string) => panel.locator(`[data-slot=${name}]`)
    expect(await slot('headline').textContent()).toContain('secondTranslator')
    expect(await slot('base').textContent()).toBe(texts[1])
    expect(await slot('theirs').textContent()).toBe('ชาวไร่ 12 คนดีใจมาก')
    expect(await slot('diff').locator('ins').allTextContents()).toEqual(['จริง ๆ'])
    expect(await field(writer, 1).inputValue()).toBe('ชาวนา 12 คนดีใจจริง ๆ')
    expect(await stored(segmentIds[1] ?? 0)).toBe('ชาวไร่ 12 คนดีใจมาก')
    expect(await violations(writer)).toEqual([])
    await panel.locator('[data-choose=merged]').click()
    await state(writer, 'saved')
    expect(await stored(segmentIds[1] ?? 0)).toBe('ชาวไร่ 12 คนดีใจจริง ๆ')
    await holds(colleague, 1, 'ชาวไร่ 12 คนดีใจจริง ๆ')
  })

  test('changes of the same words are left to the person', async () => {
    const { segmentIds } = await openTogether()
    await save(colleague, 2, 'ตลาดปิดแต่เช้า')
    await holds(writer, 2, 'ตลาดปิดแต่เช้า')
    await writer.route('**/revisions', (route) => route.abort())
    await field(writer, 2).fill('ตลาดเลิกแต่เช้า')
    await save(colleague, 2, 'ตลาดหยุดแต่เช้า')
    const panel = row(writer, 2).locator('.conflict')
    await panel.waitFor()
    await writer.unroute('**/revisions')
    expect(await panel.locator('[data-choose=merged]').isVisible()).toBe(false)
    expect(await panel.locator('[data-part=overlap]').isVisible()).toBe(true)
    await panel.locator('[data-choose=edit]').click()
    expect(await field(writer, 2).evaluate((one) => one === document.activeElement)).toBe(true)
    await writer.keyboard.press('End')
    await writer.keyboard.type('มืด')
    await state(writer, 'saved')
    expect(await stored(segmentIds[2] ?? 0)).toBe('ตลาดเลิกแต่เช้ามืด')
  })

  test('made through another process is heard of too, since the database tells it', async () => {
    const { segmentIds } = await openTogether()
    await writeIn(desk.workbench, desk.people.secondTranslator, segmentIds[3] ?? 0, 'ฝนหยุดแล้วจริง')
    await holds(writer, 3, 'ฝนหยุดแล้วจริง')
    await row(writer, 3).locator('.segment__state--translated').waitFor()
  })
})

test('when somebody cuts the article anew nothing moves under anybody’s hands: a notice shows the way, and what is unsaved is kept', async () => {
  const { draftId, segmentIds } = await openTogether()
  await writer.route('**/revisions', (route) => route.abort())
  await field(writer, 3).fill('ฝนหยุดตกแล้วและแดดออก')
  await resegmentDraft(desk.workbench, desk.people.secondTranslator, draftId, {
    kind: 'merge',
    segmentId: segmentIds[0] ?? 0,
  })
  await writer.locator('[data-recut-notice]').waitFor()
  expect(await writer.locator('.segment').count()).toBe(5)
  await writer.unroute('**/revisions')
  await Promise.all([writer.waitForEvent('load'), writer.locator('[data-reload]').click()])
  expect(await writer.locator('.segment').count()).toBe(4)
  expect(await stored(segmentIds[3] ?? 0)).toBe('ฝนหยุดตกแล้วและแดดออก')
})

test('a comment calls somebody by name, appears at once, and is resolved and opened again without leaving the page', async () => {
  await openTogether()
  await field(writer, 3).focus()
  await row(colleague, 0).locator('.comments > summary').click()
  const body = row(colleague, 0).locator('[data-mentions]')
  await body.click()
  await colleague.keyboard.type('ดูให้หน่อย @tran')
  await colleague.locator('.mention-list').waitFor()
  expect(await violations(colleague)).toEqual([])
  await colleague.keyboard.press('Enter')
  expect(await body.inputValue()).toBe('ดูให้หน่อย @translator ')
  await row(colleague, 0).locator('details.comments form button').last().click()
  const comment = row(writer, 0).locator('.comment')
  await comment.waitFor()
  expect(await comment.locator('.mention--me').textContent()).toBe('@translator')
  expect(await field(writer, 3).evaluate((one) => one === document.activeElement)).toBe(true)
  const mine = row(colleague, 0).locator('.comment')
  await mine.locator('button').click()
  await row(writer, 0).locator('.comment--resolved').waitFor()
  await mine.locator('button').filter({ hasText: 'Open again' }).click()
  await row(writer, 0).locator('.comment:not(.comment--resolved)').waitFor()
  expect(await violations(writer)).toEqual([])
})

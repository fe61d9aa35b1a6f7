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

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

const newDraft = () =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Cầu mới thông xe', target: 'สะพานใหม่เปิดใช้' },
    paragraphs: [
      { source: 'Người dân rất vui.', target: 'ชาวบ้านดีใจมาก' },
      { source: 'Xe chạy êm.', target: 'รถวิ่งนุ่ม' },
      { source: 'Trời đẹp.', target: 'อากาศดี' },
    ],
  })

/** Puts the caret's selection on words of a row, as a mouse or Shift and arrows do. */
const select = (page: Page, segmentId: number, words: string) =>
  page.evaluate(
    ([id, words]) => {
      const text = document.querySelector(`#segment-${id} [data-text=target]`)!
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(words)
        if (at < 0 || node.parentElement?.closest('del')) continue
        getSelection()!.setBaseAndExtent(node, at, node, at + words.length)
        return
      }
      throw new Error(`${words} does not stand there`)
    },
    [segmentId, words] as const,
  )

test('an editor reads by keyboard, marks and sends back; the translator mends; the editor sees only that, and approves', async () => {
  const { draftId, segmentIds } = await newDraft()
  const [title = 0, people = 0, cars = 0] = segmentIds
  const translator = await desk.windowFor(browser, 'translator')
  const editor = await desk.windowFor(browser, 'editor')

  await translator.goto(desk.address + paths.draft(draftId))
  await translator.locator('#submit button.button--primary').click()
  await translator.waitForURL(/\/versions\/\d+/)
  const first = translator.url()

  await editor.goto(`${first}?against=none`)
  expect(await violations(editor)).toEqual([])
  await editor.locator('body').press('j')
  expect(await editor.evaluate(() => document.activeElement?.id)).toBe(`segment-${title}`)
  await editor.keyboard.press('a')
  await editor.locator(`#segment-${title}[data-verdict=accepted]`).waitFor()
  expect(await editor.evaluate(() => document.activeElement?.id)).toBe(`segment-${people}`)

  // A fault, marked where it is selected, from the keyboard.
  await select(editor, people, 'ดีใจ')
  await editor.keyboard.press('m')
  const dialog = editor.locator('[data-mark-dialog]')
  await dialog.waitFor({ state: 'visible' })
  expect(await dialog.locator('[name=quote]').inputValue()).toBe('ดีใจ')
  await dialog.locator('[name=type]').selectOption('style.register')
  await dialog.locator('[name=note]').fill('ใช้ภาษาข่าว')
  expect(await violations(editor)).toEqual([])
  await dialog.locator('[name=note]').press('Tab')
  await editor.keyboard.press('Enter')
  await editor.locator('mark.fault').waitFor()
  expect(await editor.locator('mark.fault').textContent()).toBe('ดีใจ')

  // Sent back with a note, and without one.
  await editor.locator(`#segment-${people}`).focus()
  await editor.keyboard.press('n')
  await editor.keyboard.type('ลองคำว่า ยินดี')
  await editor.keyboard.press('Escape')
  await editor.locator(`#segment-${people}`).focus()
  await editor.keyboard.press('r')
  await editor.locator(`#segment-${people}[data-verdict=sent-back]`).waitFor()
  expect(await editor.locator(`#segment-${people} [data-verdict-words]`).textContent()).toContain(
    'ลองคำว่า ยินดี',
  )
  await editor.locator(`#segment-${cars}`).focus()
  await editor.keyboard.press('r')
  await editor.locator(`#segment-${cars}[data-verdict=sent-back]`).waitFor()
  expect(await editor.locator('[data-progress]').textContent()).toBe('1 accepted, 2 sent back')
  await editor.locator('#note').fill('สองส่วน')
  await editor.locator('[formaction*="/return"]').focus()
  await Promise.all([
    editor.waitForResponse((answer) => answer.url().endsWith('/return')),
    editor.keyboard.press('Enter'),
  ])

  // The translator is told beside the rows.
  await translator.goto(desk.address + paths.draft(draftId))
  expect(await translator.locator(`#notes-${people} .version-note`).count()).toBe(2)
  expect(await translator.locator(`#notes-${people}`).textContent()).toContain('ใช้ภาษาข่าว')
  expect(await translator.locator(`#notes-${people}`).textContent()).toContain('ลองคำว่า ยินดี')
  expect(await violations(translator)).toEqual([])
  const field = translator.locator(`#segment-${people} .editor__text`)
  await field.fill('ชาวบ้านยินดีมาก')
  await translator.keyboard.press('Control+Enter')
  await translator.locator(`#notes-${people} .version-note--earlier`).first().waitFor()
  await translator.locator('#submit button.button--primary').click()
  await translator.waitForURL(/\/versions\/\d+/)

  // The editor is shown what changed since, and what was said of the rest.
  await editor.goto(translator.url())
  expect(await editor.locator('.changes [aria-current=page]').textContent()).toContain('version 1')
  expect(await editor.locator('.compared--changed').count()).toBe(1)
  expect(await editor.locator('.compared--changed ins').textContent()).toBe('ยินดี')
  await editor.locator('[formaction*="/accepted-rest"]').click()
  await editor.locator('[data-verdict=accepted]').first().waitFor()
  await editor.getByRole('button', { name: 'Approve', exact: true }).click()
  await editor.locator('h1 .badge--good').waitFor()
  expect((await desk.workbench.storage.segments.list(draftId)).map(({ state }) => state)).toEqual([
    'final',
    'final',
    'final',
    'final',
  ])
})

test('without scripts everything is there: verdicts keep what else was typed, marks quote their words', async () => {
  const { draftId, segmentIds } = await newDraft()
  const [title = 0, people = 0] = segmentIds
  const agent = await desk.agentFor('translator')
  const { location } = (await agent.post(paths.draftVersions(draftId), { note: '' })).headers
  const versionId = Number(/\d+$/.exec(location ?? '')?.[0])
  const storageState = await (await desk.windowFor(browser, 'editor')).context().storageState()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState,
    viewport: { width: 390, height: 800 },
  })
  const editor = await context.newPage()
  await editor.goto(`${desk.address + paths.version(versionId)}?show=all`)
  await editor.locator(`#segment-${people} summary`).click()
  await editor.locator(`#segment-${people} textarea`).fill('ยังไม่ส่ง')
  await editor.locator(`#segment-${title} [value=sent-back]`).click()
  await editor.locator(`#segment-${title}[data-verdict=sent-back]`).waitFor()
  expect(await editor.locator(`#segment-${people} textarea`).inputValue()).toBe('ยังไม่ส่ง')

  await editor.goto(desk.address + paths.newMark(versionId))
  await editor.locator('main ol a').nth(1).click()
  await editor.locator('[name=quote]').fill('ไม่มีคำนี้')
  await editor.locator('main form button').last().click()
  expect(await editor.locator('#quote-error').textContent()).toBe('These words do not stand there.')
  await editor.locator('[name=quote]').fill('มาก')
  await editor.locator('main form button').last().click()
  await editor.locator('mark.fault').waitFor()
  expect(await editor.locator('mark.fault').textContent()).toBe('มาก')

  for (const page of [paths.versionReport(versionId), paths.comparison(draftId)]) {
    await editor.goto(desk.address + page)
    expect(await widthOf(editor), page).toBeLessThanOrEqual(390)
  }
})

test('the report, the comparison and the history are clear to everybody', async () => {
  const { articleId, draftId } = await newDraft()
  const agent = await desk.agentFor('translator')
  const { location } = (await agent.post(paths.draftVersions(draftId), { note: '' })).headers
  const versionId = Number(/\d+$/.exec(location ?? '')?.[0])
  const editor = await desk.windowFor(browser, 'editor')
  await editor.emulateMedia({ colorScheme: 'dark' })
  for (const page of [
    paths.versionReport(versionId),
    paths.comparison(draftId),
    paths.article(articleId, { kind: 'versions' }),
  ]) {
    await editor.goto(desk.address + page)
    expect(await violations(editor), page).toEqual([])
  }
  expect(await editor.locator('.timeline > li').count()).toBe(1)
})

import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { interfaceLocales } from '../../src/domain/people.ts'
import { paths } from '../../src/web/paths.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'
import { draftPage, sourceText } from './pages.ts'

let desk: RunningDesk
let browser: Browser
beforeAll(async () => {
  desk = await startRunningDesk()
  browser = await launchBrowser()
  const term = (language: string, text: string, status: 'preferred' | 'deprecated') => ({
    language,
    text,
    status,
    caseSensitive: true,
  })
  await addConcept(desk.workbench, desk.people.terminologist, {
    content: {
      subject: 'places',
      definition: '',
      note: '',
      source: 'ราชบัณฑิตยสภา 2555',
      terms: [
        term('vi', 'Lào Cai', 'preferred'),
        term('th', 'หล่าวกาย', 'preferred'),
        term('th', 'ลาวกาย', 'deprecated'),
        term('th', 'หลาวไก่', 'deprecated'),
      ],
    },
    homonym: false,
  })
})

describe.each(interfaceLocales)('the whole job, with the interface in %s', (locale) => {
  test('import, align, mend, save, conflict, submit, approve, publish', async () => {
    const writer = await desk.windowFor(browser, 'translator', locale)
    const colleague = await desk.windowFor(browser, 'secondTranslator', locale)
    const editor = await desk.windowFor(browser, 'editor', locale)
    expect(await writer.getAttribute('html', 'lang')).toBe(locale)

    // Import: the furniture is dropped and shown as dropped, and a dropped line can be brought back.
    await writer.goto(desk.address + paths.importPage())
    expect(await violations(writer)).toEqual([])
    await writer.fill('[name=source]', sourceText)
    await writer.fill('[name=target]', draftPage.replace('post1', `post-${locale}`))
    await writer.click('main form button.button--primary')
    const kept = writer.locator('[name=targetKeep]:checked + span')
    expect(await writer.locator('[name=byline]').inputValue()).toBe('Báo Lào Cai')
    expect(await writer.locator('[name=publishedOn]').inputValue()).toBe('2025-05-20')
    expect((await kept.allTextContents()).filter((text) => /No data|หมวดหมู่|ความคิดเห็น/.test(text))).toEqual([])
    const dropped = writer.locator('[name=targetKeep]:not(:checked)')
    expect(await dropped.count()).toBeGreaterThan(8)
    await dropped.last().check()
    await dropped.last().waitFor()
    await writer.locator('[name=targetKeep]').last().uncheck()
    expect(await violations(writer)).toEqual([])
    await writer.click('main form button.button--primary')
    await writer.waitForURL(/\/drafts\/\d+(?:#.*)?$/)
    const address = writer.url().replace(/#.*/, '')

    // Aligned: title, lead and each sentence beside its own.
    const rows = writer.locator('.segment')
    const sources = await writer.locator('.segment__source p').allTextContents()
    expect(sources).toHaveLength(8)
    expect(sources.every((text) => text.trim() !== '')).toBe(true)
    const texts = () =>
      writer
        .locator('.editor__text')
        .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
    expect((await texts())[3]).toMatch(/^เฉพาะหมู่บ้าน/)
    expect(await violations(writer)).toEqual([])

    // The summary counts the name and its spellings; "mend all" shows each place first.
    const entry = writer.locator('.summary__entry', { hasText: 'Lào Cai' }).first()
    expect(
      await entry
        .locator('.form')
        .allTextContents()
        .then((all) => all.map((one) => one.replace(/\s+/g, ' ').trim())),
    ).toEqual([expect.stringContaining('ลาวกาย 3'), expect.stringContaining('หลาวไก่ 2')])
    await entry.locator('a[href*=mending]').click()
    expect(await writer.locator('[name=place]:checked').count()).toBe(5)
    expect(await violations(writer)).toEqual([])
    await writer.click('main form button.button--primary')
    await writer.waitForURL(/\/drafts\/\d+(?:#.*)?$/)
    expect((await texts()).join('').match(/หล่าวกาย/g)).toHaveLength(5)
    expect((await texts()).join('')).not.toMatch(/ลาวกาย|หลาวไก่/)

    // Undone and done again as one.
    await writer.click('form[action*=change-sets] button')
    await writer.waitForLoadState()
    expect((await texts()).join('').match(/ลาวกาย|หลาวไก่/g)).toHaveLength(5)
    await writer.goto(address)
    await writer
      .locator('.summary__entry', { hasText: 'Lào Cai' })
      .first()
      .locator('a[href*=mending]')
      .click()
    await writer.click('main form button.button--primary')

    // Two people open the same segment; the second to save sees both texts and loses neither.
    // Who hears of the first save cannot be late, so this window hears nothing.
    await colleague.route('**/standing?*', (route) => route.abort())
    await colleague.goto(address)
    const [mine, theirs] = [writer, colleague].map((page) => page.locator('.editor__text').nth(5))
    if (!mine || !theirs) throw new Error('no editors')
    const before = await mine.inputValue()
    await mine.fill(`${before}ทุกปี`)
    await mine.blur()
    await writer.locator('[data-status][data-state=saved]').waitFor()
    await theirs.fill(`${before}เสมอ`)
    await theirs.blur()
    const panel = colleague.locator('.conflict')
    await panel.waitFor()
    expect(await panel.locator('[data-slot=theirs]').textContent()).toBe(`${before}ทุกปี`)
    expect(await theirs.inputValue()).toBe(`${before}เสมอ`)
    expect(await violations(colleague)).toEqual([])
    await colleague.reload()
    await panel.waitFor()
    expect(await theirs.inputValue()).toBe(`${before}เสมอ`)
    await panel.locator('[data-choose=theirs]').click()
    await panel.waitFor({ state: 'detached' })
    expect(await theirs.inputValue()).toBe(`${before}ทุกปี`)

    // A submission is held back by the name that is still in Latin letters; one key and a dismissal clear the way.
    await writer.reload()
    await writer.click('#submit button.button--primary')
    await expect.poll(() => writer.locator('main').textContent()).toMatch(/Nam|Nguyễn/)
    await writer.goto(address)
    const latin = rows.filter({ hasText: 'Nguyễn Văn Nam' })
    const editorOfName = latin.locator('.editor__text')
    await editorOfName.focus()
    const named = (await editorOfName.inputValue()).replace('Nguyen Van Nam', 'เหงียน วัน นาม')
    await editorOfName.fill(named)
    await writer.keyboard.press('Control+Enter')
    await expect.poll(() => latin.locator('.finding--major').count()).toBe(0)
    expect(
      await writer
        .locator('.segment')
        .nth(3)
        .locator('.editor__text')
        .evaluate((one) => one === document.activeElement),
    ).toBe(true)
    for (const finding of await writer.locator('.finding--major:not(.finding--dismissed)').all()) {
      await finding.locator('summary').click()
      await finding.locator('[name=reason]').fill('ตรวจแล้ว')
      await finding.locator('.dismiss form button').click()
      await writer.waitForLoadState()
    }
    await writer.goto(address)
    await writer.click('#submit button.button--primary')
    await writer.waitForLoadState()

    // Another person approves and publishes; the writer cannot.
    await editor.goto(address)
    await editor.locator('main a[href^="/versions/"]').first().click()
    expect(await violations(editor)).toEqual([])
    await editor.click('form[action*="/approval"] button:not([formaction])')
    await editor.waitForLoadState()
    await editor.click('form[action$="/publication"] button')
    await editor.waitForLoadState()
    await editor.goto(address.replace(/drafts\/\d+/, ''))
    const article = await desk.workbench.storage.articles.draft(Number(/\d+$/.exec(address)?.[0]))
    await editor.goto(desk.address + paths.article(article.articleId))
    expect(await violations(editor)).toEqual([])
    const link = await editor.locator('a[href*="/read/th/"]').first().getAttribute('href')

    // Anybody reads it.
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await reader.goto(new URL(link ?? '', desk.address).href)
    expect(await reader.getAttribute('html', 'lang')).toBe('th')
    const published = (await reader.locator('body').textContent()) ?? ''
    expect(published).toContain(named.slice(0, 20))
    expect(published).toContain('2568')
    expect(published).not.toMatch(/ลาวกาย|หลาวไก่|No data/)
    for (const page of [writer, colleague, editor, reader]) await page.context().close()
  }, 120_000)
})

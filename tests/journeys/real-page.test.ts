import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { launchBrowser } from '../support/browser.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'
import { sharedPath } from '../support/shared.ts'

// The page itself is not part of the project; where it lies beside it, the whole job is done on it.
const seed = sharedPath === null ? null : path.join(sharedPath, 'seed')
const isThere = seed !== null && fs.existsSync(path.join(seed, 'phu-tho.th.txt'))

test('says whether the real page lies beside the project', () => {
  console.log(
    isThere ? `the real page is at ${seed}` : 'no real page beside the project: its journey is not made',
  )
  expect(isThere).toBe(seed !== null)
})

describe.runIf(isThere)('the real page', () => {
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
          term('vi', 'Phú Thọ', 'preferred'),
          term('th', 'ฟู้เถาะ', 'preferred'),
          ...['ฟู้โถ่', 'ฝูเถาะ', 'ฟู้โถ'].map((text) => term('th', text, 'deprecated')),
        ],
      },
      homonym: false,
    })
  })

  test('goes from machine draft to published article through two hands', async () => {
    const writer = await desk.windowFor(browser, 'translator', 'th')
    await writer.goto(desk.address + paths.importPage())
    await writer.setInputFiles('[name=sourceFile]', path.join(seed ?? '', 'phu-tho.vi.txt'))
    await writer.setInputFiles('[name=targetFile]', path.join(seed ?? '', 'phu-tho.th.txt'))
    await writer.click('main form button.button--primary')
    expect(await writer.locator('[name=byline]').inputValue()).toBe('Báo Nhân dân')
    expect(await writer.locator('[name=publishedOn]').inputValue()).toBe('2025-06-13')
    expect(await writer.locator('[name=sourceUrl]').inputValue()).toMatch(
      /^https:\/\/nhandan\.vn\/.*post886760\.html$/,
    )
    // Title, lead and the paragraphs: nine blocks of running text, of which the lead is the first.
    const kept = async (side: string) =>
      writer
        .locator(`[name=${side}Keep]:checked`)
        .evaluateAll((boxes) => boxes.map((box) => box.closest('li')?.querySelector('select')?.value))
    const kinds = ['title', 'lead', ...Array<string>(8).fill('paragraph')]
    expect(await kept('source')).toEqual(kinds)
    expect(await kept('target')).toEqual(kinds)
    expect(await writer.locator('[name=targetKeep]:not(:checked)').count()).toBeGreaterThan(15)
    await writer.click('main form button.button--primary')
    await writer.waitForURL(/\/drafts\/\d+(?:#.*)?$/)
    const address = writer.url().replace(/#.*/, '')
    const draftId = Number(/\d+$/.exec(address)?.[0])

    const entry = writer.locator('.summary__entry', { hasText: 'Phú Thọ' }).first()
    expect((await entry.locator('p').first().textContent())?.replace(/\s+/g, ' ')).toContain('Phú Thọ 8')
    const forms = (await entry.locator('.form').allTextContents()).map((form) =>
      form.trim().split(/\s+/).slice(0, 2).join(' '),
    )
    expect(forms.sort()).toEqual(['ฝูเถาะ 2', 'ฟู้โถ 3', 'ฟู้โถ่ 3'].sort())

    const findings = await desk.workbench.storage.findings.list(draftId)
    const segments = new Map(
      (await desk.workbench.storage.segments.list(draftId)).map((one) => [one.id, one]),
    )
    const covered = (check: string) =>
      findings
        .filter(({ finding }) => finding.check === check)
        .map(({ segmentId, finding: { span } }) =>
          segments.get(segmentId)?.revision.text.slice(span.start, span.end),
        )
        .sort()
    expect(covered('name-untransliterated')).toEqual([
      'Thanh Ba',
      'Thanh Ba',
      'Thuong Long',
      'Tran Van Tien',
      'Yen Lap',
    ])
    expect(covered('name-variant')).toEqual(['เทิงลอง', 'ฮวง ตุง ลัม', 'จุงเวือง', 'เวียดจี่', 'บุ่ย วัน กวาง'].sort())
    expect(covered('terms-merged')).toHaveLength(1)
    expect(covered('era-mixed')).toEqual(['2024'])
    expect(covered('numbers-differ')).toEqual([])
    expect(covered('term-deprecated')).toHaveLength(8)

    await entry.locator('a[href*=mending]').click()
    await writer.click('main form button.button--primary')
    await writer.waitForURL(/\/drafts\/\d+(?:#.*)?$/)
    const mends: Readonly<Record<string, string>> = {
      'Thanh Ba': 'ทัญบา',
      'Thuong Long': 'เถื่องล็อง',
      'Tran Van Tien': 'เจิ่น วัน เตี๊ยน',
      'Yen Lap': 'เอียนเหลิป',
      '2024': '2567',
      เทิงลอง: 'เถื่องล็อง',
      'ฮวง ตุง ลัม': 'ฮหว่าง ตุ่ง เลิม',
      จุงเวือง: 'จึงเวือง',
      เวียดจี่: 'เหวียตจี่',
      'บุ่ย วัน กวาง': 'บู่ย วัน กวาง',
    }
    // Two mechanisms, "một cửa" and "một cửa liên thông", that the machine calls by one name.
    const mechanisms = ['จุดบริการเดียว', 'จุดบริการเดียวแบบเชื่อมโยง']
    const merged = 'ร้านค้าครบวงจร'
    const wrong = new RegExp([...Object.keys(mends), merged].join('|'), 'g')
    const texts = writer.locator('.editor__text')
    for (let index = 0; index < (await texts.count()); index++) {
      const before = await texts.nth(index).inputValue()
      const after = before.replace(
        wrong,
        (found) => (found === merged ? mechanisms.shift() : mends[found]) ?? found,
      )
      if (after !== before) await texts.nth(index).fill(after)
      await texts.nth(index).press('Control+Enter')
    }
    await expect
      .poll(async () =>
        (await desk.workbench.storage.segments.list(draftId)).every(({ state }) => state === 'translated'),
      )
      .toBe(true)
    await expect.poll(() => writer.locator('#blocking li').allTextContents()).toEqual([])
    await writer.click('#submit button.button--primary')
    await writer.waitForLoadState()

    const editor = await desk.windowFor(browser, 'editor', 'vi')
    await editor.goto(address)
    await editor.locator('main a[href^="/versions/"]').first().click()
    await editor.click('form[action*="/approval"] button:not([formaction])')
    await editor.waitForLoadState()
    await editor.click('form[action$="/publication"] button')
    await editor.waitForLoadState()
    const link = await editor.locator('a[href*="/read/th/"]').first().getAttribute('href')

    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const answer = await reader.goto(new URL(link ?? '', desk.address).href)
    expect(answer?.status()).toBe(200)
    const article = await reader.locator('main').innerText()
    expect(article.match(/ฟู้เถาะ/g)).toHaveLength(8)
    expect(article).not.toMatch(/ฟู้โถ|ฝูเถาะ|Thanh Ba|Tran Van Tien|Yen Lap|Thuong Long|2024|No data|ความคิดเห็น/)
    expect(article).toContain('2568')
    expect(await reader.locator('main p:not([class*=meta])').count()).toBeGreaterThanOrEqual(9)
  }, 120_000)
})

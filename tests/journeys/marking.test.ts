import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { violations } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeDraft } from '../support/factories.ts'
import { startRunningDesk, type RunningDesk } from '../support/running-desk.ts'

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
      definition: 'Tỉnh miền núi phía Bắc',
      note: '',
      source: 'ราชบัณฑิตยสภา 2555',
      terms: [
        term('vi', 'Lào Cai', 'preferred'),
        term('th', 'หล่าวกาย', 'preferred'),
        term('th', 'ลาวกาย', 'deprecated'),
      ],
    },
    homonym: false,
  })
})

/** A row of three lines with a name and a term, in a page that never saves, so that all that is seen is about unsaved text. */
async function openRow({ saves = false } = {}) {
  const { draftId } = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
    paragraphs: [
      {
        source: 'Ông Nguyễn Văn Nam thăm Lào Cai hôm qua và ở lại đó hai ngày.',
        target: 'นายเหงียน วัน นาม เยือนหล่าวกายเมื่อวานนี้ และพักอยู่ที่นั่นสองวัน',
      },
    ],
  })
  const page = await desk.windowFor(browser, 'translator')
  const checks: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/check'))
      checks.push(new URLSearchParams(request.postData() ?? '').get('text') ?? '')
  })
  if (!saves) await page.route('**/revisions', (route) => route.abort())
  await page.goto(desk.address + paths.draft(draftId))
  const row = page.locator('.segment').nth(1)
  return { page, row, editor: row.locator('.editor__text'), checks, draftId }
}

const stateOf = (page: Page) =>
  page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement
    return { value, selectionStart, selectionEnd }
  })
const checked = (page: Page) =>
  page
    .waitForResponse((response) => response.url().endsWith('/check'))
    .then((response) => response.finished())
const setCaret = (page: Page, start: number, end = start) =>
  page.evaluate(
    ([from, to]) => {
      ;(document.activeElement as HTMLTextAreaElement).setSelectionRange(from ?? 0, to ?? 0)
    },
    [start, end],
  )

test('what is typed is marked and explained before it is saved; an offer taken by key is undone by the browser, caret and all', async () => {
  const { page, row, editor, draftId } = await openRow()
  await editor.focus()
  await page.keyboard.press('Control+End')
  const first = checked(page)
  await page.keyboard.type(' ลาวกาย')
  await first
  const mark = row.locator('.editor__mirror .mark--finding-major')
  await expect.poll(() => mark.allTextContents()).toEqual(['ลาวกาย'])
  const before = await stateOf(page)
  expect(before.selectionStart).toBe(before.value.length)
  const [, segment] = await desk.workbench.storage.segments.list(draftId)
  expect(segment?.revision.text).not.toContain('ลาวกาย ')
  expect(segment?.revision.number).toBe(1)

  const second = checked(page)
  await page.keyboard.press('Alt+1')
  expect((await stateOf(page)).value).toBe(before.value.replace(/ลาวกาย$/, 'หล่าวกาย'))
  await second
  await expect.poll(() => mark.count()).toBe(0)
  await page.keyboard.press('Control+z')
  expect(await stateOf(page)).toEqual(before)
  await expect.poll(() => mark.allTextContents()).toEqual(['ลาวกาย'])
})

test('keys do in a marked text what they do in a bare field, grapheme by grapheme, while its marks are repainted', async () => {
  const { page, editor } = await openRow()
  const text = await editor.inputValue()
  await page.evaluate((value) => {
    const bare = document.createElement('textarea')
    bare.id = 'bare'
    bare.lang = 'th'
    bare.value = value
    document.querySelector('main')?.append(bare)
  }, text)
  const keys = [
    ...['กี่', 'น้ำ', 'Ẵ', 'ซึ้ง'],
    ...['Backspace', 'Backspace', 'ArrowLeft', 'ArrowLeft', 'Backspace', 'Delete'],
    ...['Shift+ArrowLeft', 'Shift+ArrowLeft', 'ลาวกาย', 'Backspace', 'Control+z', 'Control+z'],
  ]
  const inTurn = async (pauses: boolean) => {
    await setCaret(page, text.indexOf('เมื่อ'))
    const states = []
    for (const key of keys) {
      if (/^[A-Z]\w+/.test(key)) await page.keyboard.press(key)
      else await page.keyboard.type(key)
      // Long enough for a check to be asked for, answered and painted.
      if (pauses) await page.waitForTimeout(180)
      states.push(await stateOf(page))
    }
    return states
  }
  await page.locator('#bare').focus()
  const bare = await inTurn(false)
  await editor.focus()
  expect(await inTurn(true)).toEqual(bare)
})

test('a composition is neither interrupted nor checked, and its result is', async () => {
  const { page, row, editor, checks } = await openRow()
  const session = await page.context().newCDPSession(page)
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ')
  const before = await stateOf(page)
  for (const text of ['ล', 'ลา', 'ลาว', 'ลาวก', 'ลาวกา', 'ลาวกาย']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    expect((await stateOf(page)).value).toBe(before.value + text)
    await page.waitForTimeout(150)
  }
  // On a slow machine the space before the composition may have been checked.
  const composed = () => checks.filter((text) => text !== before.value)
  expect(composed()).toEqual([])
  const answered = checked(page)
  await session.send('Input.insertText', { text: 'ลาวกาย' })
  await answered
  expect(composed()).toEqual([`${before.value}ลาวกาย`])
  expect((await stateOf(page)).value).toBe(`${before.value}ลาวกาย`)
  await expect.poll(() => row.locator('.editor__mirror .mark--finding-major').count()).toBe(1)
})

test('rich text is pasted as plain text', async () => {
  const { page, editor } = await openRow()
  await page.evaluate(() => {
    const rich = document.createElement('div')
    rich.id = 'rich'
    rich.contentEditable = 'true'
    rich.innerHTML = '<b>ข้าว</b> <i>หอม</i><a href="/">มะลิ</a>'
    document.querySelector('main')?.append(rich)
  })
  await page.locator('#rich').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await editor.focus()
  const text = await editor.inputValue()
  await setCaret(page, 3, text.length)
  await page.keyboard.press('Control+v')
  expect((await stateOf(page)).value).toBe(`${text.slice(0, 3)}ข้าว หอมมะลิ`)
  await page.keyboard.press('Control+z')
  expect((await stateOf(page)).value).toBe(text)
})

test('an answer about a text that has moved on is dropped, and without a connection the marks stay', async () => {
  const { page, row, editor } = await openRow()
  const marks = () => row.locator('.editor__mirror .mark').allTextContents()
  const before = await marks()
  expect(before).toContain('หล่าวกาย')
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/check', async (route) => {
    const answer = await route.fetch()
    await held
    await route.fulfill({ response: answer }).catch(() => {})
  })
  await editor.focus()
  await page.keyboard.press('Home')
  const asked = page.waitForRequest('**/check')
  await page.keyboard.type('ลาวกาย ')
  await asked
  // The later route comes first: of the next text nothing is ever answered.
  await page.route('**/check', (route) => route.abort())
  await page.keyboard.type('ก')
  release()
  await page.waitForTimeout(300)
  expect(await marks()).toEqual(before)
})

test('a mark explains itself to pointer, key and finger, stays away from the caret’s line, and goes with Escape', async () => {
  const { page, row, editor } = await openRow()
  const panel = page.locator('.explanation')
  const centre = async (text: string) => {
    const box = await row.locator('.editor__mirror .mark', { hasText: text }).boundingBox()
    return { x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
  }
  const term = await centre('หล่าวกาย')
  await page.mouse.move(term.x, term.y)
  await panel.waitFor()
  await expect.poll(() => panel.textContent()).toContain('Tỉnh miền núi phía Bắc')
  expect(await panel.textContent()).toContain('ลาวกาย')
  expect(await row.locator('.segment__source .mark--active').allTextContents()).toEqual(['Lào Cai'])
  expect(await violations(page)).toEqual([])
  // Hoverable and persistent: the pointer goes into it and it stays.
  const box = await panel.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20)
  await page.waitForTimeout(700)
  expect(await panel.count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await panel.count()).toBe(0)
  await page.mouse.move(2, 2)

  // By key: from the caret's mark on through all of the row, the source's too; Tab goes into it and Escape back.
  await editor.focus()
  await setCaret(page, 0)
  const seen: string[] = []
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('Alt+Shift+KeyO')
    await panel.waitFor()
    seen.push((await page.locator('.mark--active').allTextContents()).join('|'))
  }
  expect(new Set(seen).size).toBe(2)
  const caret = await editor.evaluate((one) => one.getBoundingClientRect().top + 9)
  const top = (await panel.boundingBox())?.y ?? 0
  const bottom = top + ((await panel.boundingBox())?.height ?? 0)
  expect(top > caret + 20 || bottom < caret).toBe(true)
  await page.keyboard.press('Tab')
  expect(await panel.evaluate((one) => one.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  expect(await editor.evaluate((one) => one === document.activeElement)).toBe(true)
})

test('a finger’s tap on a mark in the field explains it and leaves the caret there; a tap elsewhere closes it', async () => {
  const { page: signedIn, draftId } = await openRow()
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
    storageState: await signedIn.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(desk.address + paths.draft(draftId))
  const row = page.locator('.segment').nth(1)
  const mark = row.locator('.editor__mirror .mark', { hasText: 'หล่าวกาย' })
  await mark.scrollIntoViewIfNeeded()
  const box = await mark.boundingBox()
  await page.touchscreen.tap((box?.x ?? 0) + 6, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  const panel = page.locator('.explanation')
  await expect.poll(() => panel.textContent()).toContain('Tỉnh miền núi phía Bắc')
  expect(await row.locator('.editor__text').evaluate((one) => one === document.activeElement)).toBe(true)
  await page.locator('.desk__heading').tap()
  expect(await panel.count()).toBe(0)
  await context.close()
})

test('what is offered stays at its key while one goes on typing, however slow the checks are', async () => {
  const { page, row, editor } = await openRow()
  await page.route('**/check', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue().catch(() => {})
  })
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' ลาวกาย')
  await row.locator('[data-offer="1"]').waitFor()
  await row.evaluate((one) => {
    const seen = { least: Infinity }
    new MutationObserver(() => {
      seen.least = Math.min(seen.least, one.querySelectorAll('[data-offer]').length)
    }).observe(one, { childList: true, subtree: true })
    Object.assign(window, { seen })
  })
  for (const word of ['ปีนี้', 'ฝนตก', 'ชุก']) {
    await page.keyboard.type(word, { delay: 40 })
    await page.waitForTimeout(200)
  }
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('เมื่อวาน', { delay: 40 })
  await page.keyboard.press('Alt+1')
  expect(await editor.inputValue()).toMatch(/^เมื่อวาน.* หล่าวกายปีนี้ฝนตกชุก$/)
  expect(
    await page.evaluate(() => (window as unknown as { seen: { least: number } }).seen.least),
  ).toBeGreaterThan(0)
})

test('the mirror lies under the text to the pixel, at any size, with marks stacked on letters', async () => {
  const { page, editor, row } = await openRow()
  const answered = checked(page)
  await editor.fill('ที่นี้ผู้ใหญ่ปู่ย่าซึ้งใจ ฎีกาญี่ปุ่น ẴẪỘỮ ỔỖ Đắk Lắk หล่าวกาย ตี๋ใหญ่กตัญญู ป้าฝ้ายบัญชี่ ทฤษฎี่')
  await answered
  await page.mouse.move(2, 2)
  // Nothing but the two texts is to be compared.
  await editor.blur()
  const field = row.locator('.editor')
  for (const [size, width] of [
    ['1rem', '30rem'],
    ['1.125rem', '19rem'],
    ['1.7rem', '23rem'],
    ['2.4rem', '31rem'],
  ] as const) {
    const shot = async (shown: 'mirror' | 'text') => {
      await field.evaluate(
        (one, [fontSize, inline, what]) => {
          const box = one as HTMLElement
          box.style.width = inline ?? ''
          for (const layer of box.children as unknown as HTMLElement[]) {
            layer.style.fontSize = fontSize ?? ''
            const isShown = layer.matches('textarea') === (what === 'text')
            layer.style.color = isShown ? 'black' : 'transparent'
            layer.style.borderColor = 'transparent'
            for (const mark of layer.querySelectorAll<HTMLElement>('.mark')) {
              mark.style.background = 'none'
              mark.style.textDecoration = 'none'
            }
          }
        },
        [size, width, shown],
      )
      return field.screenshot()
    }
    const text = await shot('text')
    expect(text.equals(await shot('mirror')), `${size} in ${width}`).toBe(true)
    const overflow = await editor.evaluate((one) => one.scrollHeight - one.clientHeight)
    expect(overflow, `${size} in ${width}`).toBeLessThanOrEqual(0)
  }
})

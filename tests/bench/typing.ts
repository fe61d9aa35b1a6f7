import { chromium, type Browser, type Page } from 'playwright-core'
import { demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { paths } from '../../src/web/paths.ts'
import { findChromium } from '../support/chromium.ts'
import { serve, startBenchDesk } from './desk.ts'
import { heading, quantile, table } from './harness.ts'

const slowed = 4
const mostKilobytes = 150
const longestTask = 50

/** The review page in a browser whose processor is slowed: what it weighs, when it can be used, and how smooth typing in it is. */
export async function benchTyping(): Promise<void> {
  heading(`Review page in Chromium, its processor slowed ${slowed} times`)
  const desk = await startBenchDesk()
  const [small, long] = [await desk.draftOf(60), await desk.draftOf(400)]
  const app = await serve(['--enable-source-maps', 'dist/main.js'], { DATABASE_URL: desk.url })
  const browser = await chromium.launch({ ...findChromium(), args: ['--disable-gpu', '--no-first-run'] })
  try {
    const page = await signIn(browser, app.address, desk.translator.email)
    const rows = []
    for (const [segments, { draftId }] of [
      [60, small],
      [400, long],
    ] as const)
      rows.push({ segments, ...(await measure(page, app.address + paths.draft(draftId), segments)) })
    table(rows)
    const [first] = rows
    if (first && first['weight, kB'] > mostKilobytes)
      console.log(`MISSED: 60 segments weigh more than ${mostKilobytes} kB`)
    if (first && first['usable, ms'] > 1000) console.log('MISSED: 60 segments take over a second')
    for (const row of rows)
      if (row['longest task typing, ms'] > longestTask)
        console.log(`MISSED: typing in ${row.segments} segments has a task over ${longestTask} ms`)
  } finally {
    await browser.close()
    await app.stop()
    await desk.close()
  }
}

async function signIn(browser: Browser, address: string, email: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(address + paths.signIn())
  await page.locator('main input[name=email]:visible').fill(email)
  await page.locator('main input[name=password]:visible').fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === paths.home())
  return page
}

async function measure(page: Page, address: string, segments: number) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  // A page's first visit warms the server; the second is measured, with nothing kept by the browser.
  await page.goto(address)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const kinds = new Map<string, string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Document', 'Stylesheet', 'Script'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(500)
  const weight = bytes / 1000
  const usable = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return Math.round((navigation?.domContentLoadedEventEnd ?? 0) - (navigation?.responseStart ?? 0))
  })
  const field = page.locator('.editor__text').nth(Math.floor(segments / 2))
  await field.scrollIntoViewIfNeeded()
  await field.focus()
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    const typing = { tasks: [] as number[], paints: [] as number[], keyAt: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) typing.tasks.push(Math.round(duration))
    }).observe({ type: 'longtask' })
    document.addEventListener('input', () => (typing.keyAt = performance.now()), true)
    const row = document.activeElement?.closest('[data-segment]')
    if (row)
      new MutationObserver((records) => {
        const isPainted = records.some(({ addedNodes }) =>
          [...addedNodes].some((node) => node instanceof Element && node.matches('.editor__mirror .mark')),
        )
        if (isPainted) typing.paints.push(performance.now() - typing.keyAt)
      }).observe(row, { childList: true, subtree: true })
    Object.assign(window, { typing })
  })
  for (const word of ['ประเทศไทย', ' ', 'น้ำท่วมใหญ่', ' ', 'Hanoi', ' ', 'เวียดนาม']) {
    await page.keyboard.type(word, { delay: 60 })
    await page.waitForTimeout(400)
  }
  // A save and what it refreshes is part of typing.
  await page.waitForTimeout(3000)
  const { tasks, paints } = await page.evaluate(
    () => (window as unknown as { typing: { tasks: number[]; paints: number[] } }).typing,
  )
  await session.detach()
  return {
    'weight, kB': Math.round(weight),
    'usable, ms': usable,
    'tasks over 50 ms typing': tasks.length,
    'longest task typing, ms': Math.max(0, ...tasks),
    'key to new marks, ms (median)': Math.round(quantile(paints, 0.5)),
  }
}

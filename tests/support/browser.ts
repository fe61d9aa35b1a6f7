import { chromium, type Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { findChromium } from './chromium.ts'

/** A Chromium that reaches this machine and nothing else, closed after the file's last test. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ ...findChromium(), args: [...quiet, ...offline] })
  browsers.push(browser)
  return browser
}

const quiet = ['--disable-gpu', '--no-first-run', '--disable-sync', '--disable-component-update']
const offline = [
  '--disable-background-networking',
  '--disable-quic',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

const browsers: Browser[] = []

afterAll(async () => {
  for (const browser of browsers.splice(0)) await browser.close()
})

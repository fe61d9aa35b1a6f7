import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import type { InterfaceLocale } from '../../src/domain/people.ts'
import { paths } from '../../src/web/paths.ts'
import { password, startDesk, type Desk, type Member } from './desk.ts'

export interface RunningDesk extends Desk {
  readonly address: string
  /** A browser window of somebody who has signed in through the form and chosen the interface's language. */
  windowFor(browser: Browser, member: Member, locale?: InterfaceLocale): Promise<Page>
}

/** A desk that listens, for browsers. Closed after the file's last test. */
export async function startRunningDesk(): Promise<RunningDesk> {
  const desk = await startDesk()
  const server = desk.app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    ...desk,
    address,
    async windowFor(browser, member, locale = 'en') {
      await desk.workbench.storage.people.setLocale(desk.people[member].id, locale)
      const page = await (await newContext(browser)).newPage()
      await page.goto(address + paths.signIn())
      await page.locator('main input[name=email]:visible').fill(desk.people[member].email)
      await page.locator('main input[name=password]:visible').fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === paths.home())
      return page
    },
  }
}

/** Every error that a page reports fails the test that made it, refused content (CSP) included. */
async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.on('weberror', (error) => {
    throw error.error()
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      throw new Error(message.text())
  })
  return context
}

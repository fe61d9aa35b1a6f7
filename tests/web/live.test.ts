import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { password, startDesk, type Desk, type Member } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let origin: string
let draftId: number
let segmentId: number
beforeAll(async () => {
  desk = await startDesk()
  const server = desk.app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const made = await makeDraft(desk.workbench.storage, {
    by: desk.people.translator.id,
    title: { source: 'Mùa gặt', target: 'ฤดูเก็บเกี่ยว' },
  })
  draftId = made.draftId
  segmentId = made.segmentIds[0] ?? 0
})

/** The cookie of somebody who has signed in through the form. */
async function cookieOf(member: Member): Promise<string> {
  const form = await fetch(origin + paths.signIn())
  const cookie = sessionIn(form)
  const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? ''
  const answer = await fetch(origin + paths.signIn(), {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: token, email: desk.people[member].email, password }),
    redirect: 'manual',
  })
  return sessionIn(answer)
}

const sessionIn = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('tukham.sid='))
    ?.split(';')[0] ?? ''

interface Stream {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  text(): string
  readonly closed: Promise<void>
  close(): void
}

const opened: Stream[] = []
afterAll(() => {
  for (const stream of opened) stream.close()
})

function openStream(cookie: string, headers: Record<string, string> = {}): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      origin + paths.draftLive(draftId),
      { headers: { cookie, Accept: 'text/event-stream', 'Accept-Encoding': 'gzip', ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
        const closed = new Promise<void>((done) => response.once('close', done))
        const stream = {
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: () => text,
          closed,
          close: () => request.destroy(),
        }
        opened.push(stream)
        resolve(stream)
      },
    )
    request.on('error', reject)
  })
}

const says = (stream: Stream, what: RegExp) =>
  vi.waitFor(() => {
    expect(stream.text()).toMatch(what)
  }, 5_000)

test('the stream is neither stored nor compressed nor held back, and tells each event with its id', async () => {
  const stream = await openStream(await cookieOf('translator'))
  expect(stream.status).toBe(200)
  expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(stream.headers['cache-control']).toBe('no-store, no-transform')
  expect(stream.headers['content-encoding']).toBeUndefined()
  expect(stream.headers['content-security-policy']).toContain("default-src 'none'")
  await says(stream, /event: company\ndata: \{"people":\[\]\}/)
  await writeIn(desk.workbench, desk.people.secondTranslator, segmentId, 'ฤดูเกี่ยวข้าว')
  await says(stream, /id: \d+\nevent: happening\ndata: \{.*"type":"segment_revised".*\}\n\n/)
  stream.close()
})

test('whoever comes back names the last event they heard, and is told the rest once and in order', async () => {
  const cookie = await cookieOf('editor')
  const first = await openStream(cookie)
  await says(first, /company/)
  const page = await fetch(origin + paths.draftLive(draftId), {
    headers: { cookie, Accept: 'application/json' },
  })
  const { last } = (await page.json()) as { last: number }
  first.close()
  await first.closed
  await writeIn(desk.workbench, desk.people.translator, segmentId, 'ฤดูข้าวสุก')
  await writeIn(desk.workbench, desk.people.translator, segmentId, 'ฤดูข้าวสุกงาม')
  const again = await openStream(cookie, { 'Last-Event-ID': String(last) })
  await says(again, /(happening[\s\S]*){3}/)
  const ids = [...again.text().matchAll(/^id: (\d+)/gm)].map((match) => Number(match[1]))
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  expect(Math.min(...ids)).toBeGreaterThan(last)
  const asked = await fetch(`${origin}${paths.draftLive(draftId)}?since=${last}`, {
    headers: { cookie, Accept: 'application/json' },
  })
  const told = (await asked.json()) as { events: { eventId: number }[] }
  expect(told.events.map(({ eventId }) => eventId)).toEqual(ids)
})

test('of one person there are so many streams and no more; the next is told to ask now and then', async () => {
  const cookie = await cookieOf('terminologist')
  const streams = await Promise.all(Array.from({ length: 8 }, () => openStream(cookie)))
  expect(streams.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect((await openStream(cookie)).status).toBe(429)
  for (const stream of streams) stream.close()
  await Promise.all(streams.map(({ closed }) => closed))
  await vi.waitFor(async () => {
    expect((await openStream(cookie)).status).toBe(200)
  })
})

test('a stream ends with its session', { timeout: 30_000 }, async () => {
  const stream = await openStream(await cookieOf('secondEditor'))
  await says(stream, /company/)
  await desk.workbench.storage.people.endSessions(desk.people.secondEditor.id)
  await stream.closed
  expect((await openStream(await cookieOf('secondEditor'))).status).toBe(200)
})

test('a visitor and a draft that is not there get no stream', async () => {
  expect((await openStream('')).status).toBe(303)
  const cookie = await cookieOf('translator')
  const answer = await fetch(origin + paths.draftLive(999_999), {
    headers: { cookie, Accept: 'text/event-stream' },
  })
  expect(answer.status).toBe(404)
})

test('streams end when the desk closes, so that a stop waits for none of them', async () => {
  const stream = await openStream(await cookieOf('translator'))
  await says(stream, /company/)
  await desk.workbench.live.close()
  await stream.closed
})

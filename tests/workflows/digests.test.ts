import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMail } from '../../src/mail.ts'
import { readConfig } from '../../src/config.ts'
import { paths } from '../../src/web/paths.ts'
import { composeLetter } from '../../src/web/pages/notifications/compose-letter.ts'
import { createWorkbench } from '../../src/workbench.ts'
import { assignDrafts } from '../../src/workflows/assign-draft.ts'
import { sendDigests, type Letter } from '../../src/workflows/send-digests.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let smtpUrl: string
let refuses = false
const letters: { to: string; content: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    let content = ''
    stream.on('data', (chunk: Buffer) => (content += chunk.toString()))
    stream.on('end', () => {
      if (refuses) {
        done(new Error('no room'))
        return
      }
      letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), content })
      done()
    })
  },
})
let time = new Date('2026-03-10T05:00:00Z')
const pass = (minutes: number) => (time = new Date(time.getTime() + minutes * 60_000))

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  desk = await startDesk({ clock: () => time })
})
afterAll(() => {
  server.close()
})

const post = () => {
  const mail = createMail({ smtpUrl, from: 'Tukham <desk@news.example>' })
  return { compose: composeLetter('https://desk.example'), send: (letter: Letter) => mail.send(letter) }
}
const assign = async (title: string) => {
  const { workbench, people } = desk
  const { draftId } = await makeDraft(workbench.storage, {
    by: people.editor.id,
    title: { source: title, target: `ข่าว <${title}>` },
  })
  await assignDrafts(workbench, people.editor, [draftId], { translatorId: people.translator.id })
  return draftId
}
/** A letter with its folded lines unfolded and its quoted-printable bytes read. */
const decoded = (content: string) =>
  Buffer.from(
    content
      .replace(/=\r\n/g, '')
      .replace(/\r\n[ \t]+/g, ' ')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  ).toString()

test('two processes that race send each letter once, in the person’s language, with links to the places', async () => {
  const drafts = [await assign('Tin A'), await assign('Tin B')]
  const other = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: desk.url,
    logger: pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
    clock: () => time,
  })
  try {
    const both = [desk.workbench, other, desk.workbench, other]
    const sent = await Promise.all(both.map((workbench) => sendDigests(workbench, post())))
    expect(sent.reduce((sum, count) => sum + count)).toBe(1)
  } finally {
    await other.close()
  }
  expect(letters).toHaveLength(1)
  const { to } = letters[0]!
  const content = decoded(letters[0]!.content)
  expect(to).toBe(desk.people.translator.email)
  expect(content).toMatch(/^List-Unsubscribe: <https:\/\/desk\.example\/letters\/[0-9a-f-]{36}>/m)
  expect(content).toMatch(/multipart\/alternative/)
  // The first of the cast reads Vietnamese.
  expect(content).toContain('giao bài này cho bạn')
  for (const draftId of drafts) expect(content).toContain(`https://desk.example${paths.draft(draftId)}`)
  expect(content).toContain('ข่าว &#60;Tin A&#62;')

  // Said once, it is not said again.
  pass(60 * 24 * 2)
  expect(await sendDigests(desk.workbench, post())).toBe(0)
})

test('what cannot be sent is tried again later and later, and what was read meanwhile is left out', async () => {
  const draftId = await assign('Tin C')
  refuses = true
  expect(await sendDigests(desk.workbench, post())).toBe(0)
  refuses = false
  expect(await sendDigests(desk.workbench, post())).toBe(0)
  pass(2)
  expect(await sendDigests(desk.workbench, post())).toBe(1)
  expect(decoded(letters.at(-1)!.content)).toContain(paths.draft(draftId))

  await assign('Tin D')
  const reader = await desk.agentFor('translator')
  await reader.post(paths.notificationsReading(), { upTo: 1_000_000 })
  pass(60 * 24 * 2)
  expect(await sendDigests(desk.workbench, post())).toBe(0)
})

test('whoever wants no letters, of a kind or at all, gets none', async () => {
  const reader = await desk.agentFor('translator')
  await reader.post(paths.accountMail(), { frequency: 'hourly', kind: ['mentioned', 'returned'] })
  await assign('Tin E')
  pass(120)
  expect(await sendDigests(desk.workbench, post())).toBe(0)
  await reader.post(paths.accountMail(), { frequency: 'hourly', kind: ['assigned'] })
  pass(120)
  expect(await sendDigests(desk.workbench, post())).toBe(1)

  const stop =
    /https:\/\/desk\.example(\/letters\/[0-9a-f-]+)>/.exec(decoded(letters.at(-1)!.content))?.[1] ?? ''
  await assign('Tin F')
  pass(120)
  // Looking stops nothing; a program may have followed the link.
  const visitor = desk.visitor()
  expect((await visitor.get(stop)).text).toContain('No more letters')
  expect((await visitor.post(stop)).status).toBe(200)
  expect(await sendDigests(desk.workbench, post())).toBe(0)
})

import { beforeAll, expect, test } from 'vitest'
import { nextLetter, nextTry } from '../../src/domain/notification.ts'
import { paths } from '../../src/web/paths.ts'
import { measureEdits } from '../../src/workflows/measure-edits.ts'
import { remindOfDueDates } from '../../src/workflows/remind-of-due-dates.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { writeComment } from '../../src/workflows/write-comment.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft, writeIn } from '../support/factories.ts'

let desk: Desk
let translator: DeskAgent
let editor: DeskAgent
const now = new Date('2026-03-10T05:00:00Z')
beforeAll(async () => {
  desk = await startDesk({ clock: () => now })
  for (const { id } of Object.values(desk.people)) await desk.workbench.storage.people.setLocale(id, 'en')
  translator = await desk.agentFor('translator')
  editor = await desk.agentFor('editor')
})

const draft = (title: string, target = 'ข่าววันนี้') =>
  makeDraft(desk.workbench.storage, {
    by: desk.people.administrator.id,
    title: { source: title, target },
    at: new Date('2026-03-01T00:00:00Z'),
  })
const read = async (agent: DeskAgent, query = {}) => (await agent.get(paths.queue(query))).text
const shown = (page: string) => [...page.matchAll(/id="draft-(\d+)"/g)].map(([, id]) => Number(id))

test('a draft is free until somebody takes it, and nobody else can take it then', async () => {
  const { draftId } = await draft('Tin tự do')
  expect(shown(await read(translator, { view: 'free' }))).toContain(draftId)
  expect(shown(await read(translator))).not.toContain(draftId)
  expect((await translator.post(paths.draftTaking(draftId))).status).toBe(303)
  expect(shown(await read(translator))).toContain(draftId)
  const other = await desk.agentFor('secondTranslator')
  expect(shown(await read(other, { view: 'free' }))).not.toContain(draftId)
  expect((await other.post(paths.draftTaking(draftId), {}, { Accept: 'application/json' })).status).toBe(422)
})

test('the editor gives many drafts at once, and each who is given one is told', async () => {
  const made = [await draft('Bài một'), await draft('Bài hai')]
  const ids = made.map(({ draftId }) => draftId)
  const { id } = desk.people.secondTranslator
  const answer = await editor.post(paths.assignments(), {
    draft: ids,
    translatorId: id,
    editorId: 'keep',
    dueOn: '2026-03-09',
  })
  expect(answer.status).toBe(303)
  const page = await read(editor, { view: 'all', assignee: id, due: 'overdue' })
  expect(shown(page)).toEqual(ids)
  expect(page).toContain('Overdue since')
  // Said again, nothing changes and nobody is told twice.
  await editor.post(paths.assignments(), { draft: ids, translatorId: id, dueOn: '2026-03-09' })
  const second = await desk.agentFor('secondTranslator')
  const told = (await second.get(paths.notifications())).text
  expect(told.match(/assigned this to you/g)).toHaveLength(2)
  expect(told).toContain('Notifications: 2 unread')

  // One, in its own line: the day goes, the translator stays.
  await editor.post(paths.assignments(), { draft: ids[0] ?? 0, translatorId: id, setsDue: 'yes', dueOn: '' })
  expect(shown(await read(editor, { view: 'all', due: 'overdue' }))).toEqual([ids[1]])
  const wrong = { draft: ids, translatorId: desk.people.terminologist.id }
  expect((await editor.post(paths.assignments(), wrong)).status).toBe(422)
})

test('who is late is reminded once', async () => {
  const { draftId } = await draft('Bài trễ')
  await editor.post(paths.assignments(), {
    draft: draftId,
    translatorId: desk.people.translator.id,
    dueOn: '2026-03-11',
  })
  expect(await remindOfDueDates(desk.workbench)).toBeGreaterThan(0)
  expect(await remindOfDueDates(desk.workbench)).toBe(0)
  expect((await translator.get(paths.notifications())).text).toContain('This is due')
})

test('the figures say what is unread, how far the text is from the machine’s, and order by them', async () => {
  const { draftId, segmentIds } = await draft('Tin mới nhất', 'กขคงจฉชซฌญ')
  await measureEdits(desk.workbench)
  const row = async () => {
    const page = await read(editor, { view: 'all', order: 'edited' })
    return page.slice(page.indexOf(`id="draft-${draftId}"`)).split('<li class="queue__item"')[0] ?? ''
  }
  expect(await row()).toContain('1 of 1 segments is unread machine text')
  expect(await row()).toContain('0% edited')
  await writeIn(desk.workbench, desk.people.translator, segmentIds[0] ?? 0, 'กขคงจฉชซฌฎ')
  await measureEdits(desk.workbench)
  expect(await row()).toContain('10% edited')
  expect(await row()).not.toContain('unread machine text')
  expect(await row()).toContain('3 words')
  expect(shown(await read(editor, { view: 'all', order: 'edited' }))[0]).toBe(draftId)
})

test('a mention, a return and a comment reach whom they concern, never whoever made them, and are read one by one or all', async () => {
  const { draftId, segmentIds } = await draft('Bài được nhắc')
  const segmentId = segmentIds[0] ?? 0
  await translator.post(paths.notificationsReading(), { upTo: 1_000_000 })
  await writeIn(desk.workbench, desk.people.translator, segmentId, 'ข่าวใหม่')
  const body = `@translator ดูตรงนี้`
  await writeComment(desk.workbench, desk.people.editor, { draftId, segmentId, body })
  const version = await submitDraft(desk.workbench, desk.people.translator, { draftId, note: '' })
  const decision = { note: 'ยังไม่ได้', comments: [] }
  await returnVersion(desk.workbench, desk.people.editor, version.id, decision)

  const page = (await translator.get(paths.notifications())).text
  expect(page).toContain('editor mentioned you.')
  expect(page).toContain('editor returned version 1.')
  expect(page).toContain('ยังไม่ได้')
  expect(page).toContain('Notifications: 2 unread')
  expect((await editor.get(paths.notifications())).text).toContain('translator submitted version 1.')
  expect((await editor.get(paths.notifications())).text).not.toContain('editor mentioned')

  const mention = /notifications\/(\d+)\/opening(?:(?!<\/form>)[^])*mentioned you/.exec(page)?.[1]
  const opened = await translator.post(paths.notificationOpening(Number(mention)))
  expect(opened.headers.location).toBe(paths.draft(draftId, segmentId))
  expect((await translator.get(paths.notifications())).text).toContain('Notifications: 1 unread')
  // Nobody opens another's.
  expect((await editor.post(paths.notificationOpening(Number(mention)))).status).toBe(404)
  await translator.post(paths.notificationsReading(), { upTo: 1_000_000 })
  expect((await translator.get(paths.notifications())).text).not.toContain('unread')
  // What came back is the translator's to do.
  expect(shown(await read(translator, { state: 'returned' }))).toContain(draftId)
})

test('a letter comes the next morning or within the hour, and a failed one later and later', () => {
  expect(nextLetter('daily', now).toISOString()).toBe('2026-03-11T00:00:00.000Z')
  expect(nextLetter('hourly', now).toISOString()).toBe('2026-03-10T06:00:00.000Z')
  expect(
    [1, 2, 5, 60].map((failures) => (nextTry(failures, now).getTime() - now.getTime()) / 60_000),
  ).toEqual([1, 2, 16, 360])
})

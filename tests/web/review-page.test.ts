import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { changeConcept } from '../../src/workflows/change-concept.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { resolveComment } from '../../src/workflows/resolve-comment.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { setCheckSeverity } from '../../src/workflows/set-check-severity.ts'
import { withdrawDismissal } from '../../src/workflows/withdraw-dismissal.ts'
import { writeComment } from '../../src/workflows/write-comment.ts'
import { startDesk, type Desk, type DeskAgent } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
let translator: DeskAgent
let editor: DeskAgent
beforeAll(async () => {
  desk = await startDesk()
  translator = await desk.agentFor('translator')
  editor = await desk.agentFor('editor')
})

let draftId: number
let segmentIds: readonly number[]
beforeEach(async () => {
  const by = desk.people.translator.id
  const made = await makeDraft(desk.workbench.storage, {
    by,
    title: { source: 'Đê sông Lô', target: 'คันกั้นน้ำ' },
    paragraphs: [
      { source: 'Có 12 con trâu.', target: 'มีควาย 21 ตัว' },
      [
        { source: 'Trời mưa to.', target: 'ฝนตกหนัก' },
        { source: 'Nước lên nhanh.', target: 'น้ำขึ้นเร็ว' },
      ],
    ],
  })
  ;({ draftId, segmentIds } = made)
})

/** What does not differ between two requests for the same. */
const stable = (html: string) =>
  html.replace(/value="[\da-f]{8}-[\da-f-]{27}"/g, '').replace(/data-since="\d+"/g, '')
const ask = async (agent: DeskAgent): Promise<string> => {
  const answer = await agent.get(paths.draft(draftId))
  expect(answer.status).toBe(200)
  return answer.text
}
const save = async (segmentId: number, text: string, confirm = false) => {
  const { revision } = await desk.workbench.storage.segments.get(segmentId)
  const basedOn = revision.id
  const operationId = randomUUID()
  return reviseSegment(desk.workbench, desk.people.translator, {
    segmentId,
    text,
    basedOn,
    operationId,
    confirm,
  })
}
const findingsOf = async () => {
  await settleFindings(desk.workbench, draftId)
  return desk.workbench.storage.findings.list(draftId)
}
const term = (language: string, text: string) =>
  ({ language, text, status: 'preferred', caseSensitive: false }) as const
const concept = (thai: string) => ({
  subject: '',
  definition: '',
  note: '',
  source: '',
  terms: [term('vi', 'con trâu'), term('th', thai)],
})

test('a page that nothing has changed is the same, but for ids that no two forms may share', async () => {
  const [first, second] = [await ask(translator), await ask(translator)]
  expect(stable(second)).toBe(stable(first))
  const ids = (html: string) => [...html.matchAll(/name="operationId" value="([^"]+)"/g)].map(([, id]) => id)
  expect(ids(first)).toHaveLength(segmentIds.length)
  expect(new Set([...ids(first), ...ids(second)]).size).toBe(2 * segmentIds.length)
})

test('every change is on the next page, in every language and for every role', async () => {
  const { workbench, people } = desk
  const { reader } = workbench.storage
  const [title = 0, figure = 0, rain = 0] = segmentIds
  let conceptId = 0
  let commentId = 0
  let dismissalId = 0
  const changes: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    ['a text', () => save(title, 'คันกั้นน้ำแห่งใหม่'), /คันกั้นน้ำแห่งใหม่<\/textarea>/],
    [
      'a confirmation',
      () => save(rain, 'ฝนตกหนัก', true),
      /data-segment="\d+"[\s\S]*segment__state--translated/,
    ],
    ['a finding mended', () => save(figure, 'มีควาย 12 ตัว'), /มีควาย 12 ตัว<\/textarea>/],
    ['a finding made', () => save(figure, 'มีควาย 31 ตัว'), /data-check="numbers-differ"/],
    [
      'a dismissal',
      async () => {
        const found = (await findingsOf()).find(({ finding }) => finding.check === 'numbers-differ')
        await dismissFinding(workbench, people.translator, found?.id ?? 0, 'ต้นฉบับพิมพ์ผิด')
        dismissalId = (await findingsOf()).find(({ dismissal }) => dismissal)?.dismissal?.id ?? 0
      },
      /ต้นฉบับพิมพ์ผิด/,
    ],
    [
      'the name of a person',
      () => reader('people').where({ id: people.translator.id }).update({ name: 'สมหญิง ใจดี' }),
      /finding--dismissed[\s\S]*สมหญิง ใจดี/,
    ],
    [
      'a dismissal taken back',
      () => withdrawDismissal(workbench, people.translator, dismissalId),
      /^(?![\s\S]*finding--dismissed)/,
    ],
    [
      'a severity',
      () => setCheckSeverity(workbench, people.editor, { checkId: 'numbers-differ', severity: 'minor' }),
      /finding--minor[^>]*data-check="numbers-differ"/,
    ],
    [
      'a check that is off',
      () => setCheckSeverity(workbench, people.editor, { checkId: 'numbers-differ', severity: 'off' }),
      /^(?![\s\S]*data-check="numbers-differ")/,
    ],
    [
      'a concept',
      async () =>
        (conceptId = await addConcept(workbench, people.terminologist, {
          content: concept('กระบือ'),
          homonym: true,
        })),
      /data-check="term-missing"/,
    ],
    [
      'a concept changed',
      async () =>
        changeConcept(workbench, people.terminologist, {
          conceptId,
          basedOn: await workbench.storage.glossary.latestChangeOf(conceptId),
          content: concept('ควาย'),
          homonym: true,
        }),
      /^(?![\s\S]*data-check="term-missing")/,
    ],
    [
      'a comment',
      async () =>
        (commentId = await writeComment(workbench, people.editor, {
          draftId,
          segmentId: rain,
          body: 'ถามสถานีอุตุฯ',
        })),
      /ถามสถานีอุตุฯ/,
    ],
    ['a comment settled', () => resolveComment(workbench, people.editor, commentId), /comment--resolved/],
    [
      'a comment on the article',
      () => writeComment(workbench, people.editor, { draftId, segmentId: null, body: 'ทั้งเรื่อง' }),
      /ทั้งเรื่อง/,
    ],
    [
      'a recut',
      () => resegmentDraft(workbench, people.translator, draftId, { kind: 'merge', segmentId: rain }),
      /ฝนตกหนัก น้ำขึ้นเร็ว<\/textarea>/,
    ],
  ]
  let before = [await ask(translator), await ask(editor)]
  for (const [what, change, shows] of changes) {
    await change()
    const after = [await ask(translator), await ask(editor)]
    for (const [at, html] of after.entries()) {
      expect(html, what).toMatch(shows)
      expect(stable(html), what).not.toBe(stable(before[at] ?? ''))
    }
    before = after
  }
  await workbench.storage.people.setLocale(people.translator.id, 'vi')
  const vietnamese = await ask(translator)
  await workbench.storage.people.setLocale(people.translator.id, 'th')
  expect(stable(await ask(translator))).not.toBe(stable(vietnamese))
  await workbench.storage.people.setRoles(people.translator.id, ['terminologist'])
  expect(await ask(translator)).not.toContain('<textarea class="editor__text')
  await workbench.storage.people.setRoles(people.translator.id, ['translator'])
  expect(await ask(translator)).toContain('<textarea class="editor__text')
})

test('parts since a stamp are the rows that are another since then, and without one all of them', async () => {
  const stampIn = (html: string) => /data-stamp="([^"]*)"/.exec(html)?.[1] ?? ''
  const rowsIn = (html: string) => [...html.matchAll(/data-row="(\d+)"/g)].map(([, id]) => Number(id))
  const parts = async (since?: string) =>
    (await translator.get(`${paths.draftParts(draftId)}${since === undefined ? '' : `?since=${since}`}`)).text
  const stamp = stampIn(await ask(translator))
  expect(rowsIn(await parts(stamp))).toEqual([])
  await save(segmentIds[0] ?? 0, 'ชื่อใหม่')
  const changed = await parts(stamp)
  expect(rowsIn(changed)).toEqual([segmentIds[0]])
  expect(rowsIn(await parts(stampIn(changed)))).toEqual([])
  expect(rowsIn(await parts())).toEqual(segmentIds)
  expect(rowsIn(await parts('unknown'))).toEqual(segmentIds)
})

test('what is shown to one person is not shown to another: the token of their session', async () => {
  const [own, other] = [await ask(translator), await ask(editor)]
  const tokens = (html: string) =>
    new Set([...html.matchAll(/name="_csrf" value="([^"]+)"/g)].map(([, token]) => token))
  expect(tokens(own)).toEqual(new Set([await translator.csrf()]))
  expect(tokens(other)).toEqual(new Set([await editor.csrf()]))
})

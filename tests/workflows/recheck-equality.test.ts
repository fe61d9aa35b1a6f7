import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createWorkbench } from '../../src/workbench.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { recheckSegments, settleFindings } from '../../src/workflows/recheck.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { startDesk, type Desk } from '../support/desk.ts'
import { makeDraft } from '../support/factories.ts'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
})

/** Faults of single segments, and such as only a whole draft has: eras, digits, quotations that run on, terms and names in two forms. */
const sources = [
  'Năm 2024 hợp tác xã có 20 hộ.',
  'Năm 2025 ông Nguyễn Văn Lâm nói: “Được mùa.',
  'Cảm ơn bà con.”',
  'Hợp tác xã bán 130 tấn chè ở Hội An.',
  'Hội An mưa lớn.',
]
const targets = [
  'ปี 2567 สหกรณ์มี 20 ครัวเรือน',
  'ปี 2025 กลุ่มเกษตรกรมี ๒๐ ครัวเรือน',
  'นายเหงียน วัน เลิม กล่าวว่า “ได้ผลดี',
  'ขอบคุณทุกคน”',
  'กลุ่มเกษตรกรขายชา ๑๓๐ ตันที่โห่ยอาน',
  'ฮอยอันฝนตกหนัก',
  'สหกรณ์ขายชา 130 ตัน  ที่ฮอยอัน',
  '',
]

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ at: fc.nat(), text: fc.constantFrom(...targets) }) },
  { weight: 1, arbitrary: fc.record({ merge: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ term: fc.constantFrom('mưa lớn', 'tấn chè', 'bà con') }) },
)

test('what is found save by save is what a process finds that has never seen the draft', async () => {
  const { workbench, people } = desk
  const write = (source: string, target: string) => ({
    language: source === '' ? 'th' : 'vi',
    text: source || target,
    caseSensitive: false,
  })
  const concept = (source: string, preferred: string, admitted: readonly string[] = []) =>
    addConcept(workbench, people.terminologist, {
      homonym: true,
      content: {
        subject: '',
        definition: '',
        note: '',
        source: '',
        terms: [
          { ...write(source, ''), status: 'preferred' },
          { ...write('', preferred), status: 'preferred' },
          ...admitted.map((text) => ({ ...write('', text), status: 'admitted' as const })),
        ],
      },
    })
  await concept('hợp tác xã', 'สหกรณ์', ['กลุ่มเกษตรกร'])
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { draftId } = await makeDraft(workbench.storage, {
        by: people.translator.id,
        title: { source: sources[0]!, target: targets[0]! },
        paragraphs: [1, 2, 3, 4, 0, 3].map((at) => ({ source: sources[at]!, target: targets[at + 1]! })),
      })
      for (const one of steps) {
        const segments = await workbench.storage.segments.list(draftId)
        if ('term' in one) await concept(one.term, `คำ${one.term.length}`)
        else if ('merge' in one) {
          const segmentId = segments[one.merge % (segments.length - 1)]!.id
          await resegmentDraft(workbench, people.translator, draftId, { kind: 'merge', segmentId }).catch(
            () => undefined,
          )
        } else {
          const { id: segmentId, revision } = segments[one.at % segments.length]!
          await reviseSegment(workbench, people.translator, {
            segmentId,
            text: one.text,
            basedOn: revision.id,
            operationId: randomUUID(),
            confirm: false,
          })
        }
        await settleFindings(workbench, draftId)
      }
      await workbench.rechecks.idle()
      const known = await findingsOf(draftId)
      found += known.length
      const fresh = createWorkbench({
        config: workbench.config,
        databaseUrl: desk.url,
        logger: workbench.logger,
        sessionSecret: workbench.sessionSecret,
      })
      try {
        await fresh.storage.reader('findings').where({ draft_id: draftId }).delete()
        await fresh.storage.reader('concept_uses').where({ draft_id: draftId }).delete()
        await fresh.storage.transaction((tx) => recheckSegments(fresh, tx, draftId, 'all'))
      } finally {
        await fresh.close()
      }
      expect(known).toEqual(await findingsOf(draftId))
    }),
    { numRuns: 12 },
  )
  expect(found).toBeGreaterThan(20)
}, 120_000)

/** And the concepts of the draft; all but the ids, which tell when a finding was first made. */
async function findingsOf(draftId: number) {
  const { storage } = desk.workbench
  const findings = await storage.findings.list(draftId)
  const uses = await storage
    .reader('concept_uses')
    .where({ draft_id: draftId })
    .orderBy('concept_id')
    .pluck('concept_id')
  const texts = findings.map(({ id: _, ...rest }) => JSON.stringify(rest)).toSorted()
  return [...texts, uses]
}

import type { Person } from '../../src/storage/repositories/people.ts'
import { addConcept } from '../../src/workflows/add-concept.ts'
import { applyChangeSet } from '../../src/workflows/apply-change-set.ts'
import { approveVersion } from '../../src/workflows/approve-version.ts'
import { decideSegment } from '../../src/workflows/decide-segment.ts'
import { dismissFinding } from '../../src/workflows/dismiss-finding.ts'
import { invitePerson } from '../../src/workflows/invite-person.ts'
import { markVersion } from '../../src/workflows/mark-version.ts'
import { proposeTerm } from '../../src/workflows/propose-term.ts'
import { publishVersion } from '../../src/workflows/publish-version.ts'
import { resegmentDraft } from '../../src/workflows/resegment-draft.ts'
import { returnVersion } from '../../src/workflows/return-version.ts'
import { submitDraft } from '../../src/workflows/submit-draft.ts'
import { writeComment } from '../../src/workflows/write-comment.ts'
import type { Desk } from './desk.ts'
import { makeDraft, writeIn } from './factories.ts'

/** Where one thing of every kind is to be found. */
export interface LivedIn {
  readonly articleId: number
  readonly draftId: number
  readonly segmentId: number
  readonly findingId: number
  readonly dismissalId: number
  readonly commentId: number
  readonly changeSetId: number
  readonly resegmentationId: number
  /** Waits for a decision. */
  readonly versionId: number
  readonly markId: number
  readonly publicationId: number
  readonly conceptId: number
  /** Waits for a decision. */
  readonly proposalId: number
  /** Somebody who plays no part. */
  readonly personId: number
}

/** Puts one thing of every kind on a desk. Every text that a person can write carries `mark`. */
export async function liveIn({ workbench, people }: Desk, mark = ''): Promise<LivedIn> {
  const { translator, editor, terminologist } = people
  const { storage } = workbench
  const marked = (text: string) => `${text} ${mark}`.trim()
  const { articleId, draftId, segmentIds } = await makeDraft(storage, {
    by: translator.id,
    byline: marked('Lê Hoa'),
    publishedOn: '2025-03-12',
    sourceUrl: 'https://bao.example/cho-noi',
    title: { source: marked('Chợ nổi mở lại'), target: marked('ตลาดน้ำเปิดอีกครั้ง') },
    lead: { source: marked('Có 12 ghe hàng.'), target: marked('มีเรือ 12 ลำ') },
    paragraphs: [
      [
        { source: marked('Khách đến đông.'), target: marked('ผู้มาเยือนมาก') },
        { source: marked('Trời đẹp.'), target: marked('อากาศดี') },
      ],
      { source: marked('Có 40 ha lúa.'), target: marked('มีนา 40 เฮกตาร์') },
      { source: marked('Nông dân vui.'), target: marked('ชาวนายินดี') },
    ],
  })
  const [title = 0, lead = 0, first = 0, , figure = 0, last = 0] = segmentIds
  const write = (segmentId: number, text: string) => writeIn(workbench, translator, segmentId, marked(text))
  const submit = async () => {
    for (const { id, dismissal } of await storage.findings.list(draftId))
      if (!dismissal) await dismissFinding(workbench, translator, id, marked('ต้นฉบับผิด'))
    return submitDraft(workbench, translator, { draftId, note: marked('ส่งให้ตรวจ') })
  }
  const comment = (by: Person, segmentId: number | null) =>
    writeComment(workbench, by, { draftId, segmentId, body: marked('ดูตรงนี้') })

  await write(title, 'ตลาดน้ำกลับมาเปิด')
  const commentId = await comment(editor, title)
  await comment(translator, null)
  const returned = await submit()
  const decision = { note: marked('แก้ตรงนี้'), comments: [{ segmentId: title, body: marked('ตรงนี้') }] }
  await returnVersion(workbench, editor, returned.id, decision)
  const approved = await submit()
  await approveVersion(workbench, editor, approved.id, decision)
  await publishVersion(workbench, editor, approved.id)
  const publication = await storage.versions.livePublication(draftId)

  // Afterwards the translator goes on: a wrong figure to dismiss, and one that stays open.
  await write(lead, 'มีเรือ 21 ลำ')
  const { resegmentationId } = await resegmentDraft(workbench, translator, draftId, {
    kind: 'merge',
    segmentId: first,
  })
  const { revision } = await storage.segments.get(last)
  const { changeSetId } = await applyChangeSet(workbench, translator, {
    draftId,
    reason: marked('ชื่อเดียวกัน'),
    places: [{ segmentId: last, revisionId: revision.id, start: 0, end: 3, replacement: 'พวกชาว' }],
  })
  const version = await submit()
  const { id: markId } = await markVersion(workbench, editor, version.id, {
    segmentId: figure,
    side: 'target',
    quote: 'มีนา',
    occurrence: 1,
    type: 'style.awkward',
    severity: 'minor',
    note: marked('อ่านสะดุด'),
  })
  const verdict = { segmentId: figure, verdict: 'accepted', note: marked('ดีแล้ว') } as const
  await decideSegment(workbench, editor, version.id, verdict)
  await write(figure, 'มีนา 90 เฮกตาร์')

  const findings = await storage.findings.list(draftId)
  const conceptId = await addConcept(workbench, terminologist, {
    homonym: false,
    content: {
      subject: 'places',
      definition: marked('Một nơi'),
      note: marked('หมายเหตุ'),
      source: marked('มติ'),
      terms: [
        { language: 'vi', text: marked('Bến Gỗ'), status: 'preferred', caseSensitive: false },
        { language: 'th', text: marked('เบ๊นโก๋'), status: 'preferred', caseSensitive: false },
      ],
    },
  })
  const proposalId = await proposeTerm(workbench, translator, draftId, {
    segmentId: figure,
    sourceTerm: marked('lúa'),
    targetForm: marked('ข้าว'),
    note: marked('พบบ่อย'),
  })
  const { personId } = await invitePerson(workbench, people.administrator.id, {
    name: marked('Người Lạ'),
    email: 'stranger@desk.example',
    roles: ['translator'],
    locale: 'vi',
  })
  return {
    articleId,
    draftId,
    segmentId: figure,
    findingId: findings.find(({ dismissal }) => !dismissal)?.id ?? 0,
    dismissalId: findings.find(({ dismissal }) => dismissal)?.dismissal?.id ?? 0,
    commentId,
    changeSetId: changeSetId ?? 0,
    resegmentationId,
    versionId: version.id,
    markId,
    publicationId: publication?.id ?? 0,
    conceptId,
    proposalId,
    personId,
  }
}

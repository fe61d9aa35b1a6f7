import type { AnalyzedSegment } from '../engine/analyze.ts'
import { checks, draftChecks } from '../engine/checks/catalog.ts'
import type { DraftSegment } from '../engine/checks/draft-check.ts'
import { fingerprint } from '../engine/checks/fingerprint.ts'
import { engineRevision } from '../engine/revision.ts'
import { remembered } from '../engine/checks/remembered.ts'
import { runChecks, runDraftChecks } from '../engine/checks/run-checks.ts'
import type { Checked, CheckedWith, DraftToCheck, NewFinding } from '../storage/repositories/findings.ts'
import type { Origin } from '../domain/segment.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { inSlices } from './in-slices.ts'

/**
 * Brings a draft's findings up to date after some of its segments changed. When the glossary, the severities or the engine have moved on
 * since the draft was last checked, all of it is checked. Part of the caller's transaction.
 */
export async function recheckSegments(
  { analyzer }: Pick<Workbench, 'analyzer'>,
  tx: Repositories,
  draftId: number,
  changed: readonly number[] | 'all',
): Promise<void> {
  await check(analyzer, tx, await tx.findings.toCheck(draftId), changed)
}

async function check(
  analyzer: Workbench['analyzer'],
  tx: Repositories,
  draft: DraftToCheck,
  changed: readonly number[] | 'all',
): Promise<void> {
  const { segments, checked } = draft
  const { glossary, hasSource, analyses } = await analyzer.analyzeStanding(tx, draft)
  const now: CheckedWith = { glossary: glossary.change, severities: draft.severities, engine: engineRevision }
  const settings = new Map(Object.entries(draft.settings))
  const isCurrent = isSame(checked, now)
  const originOf = new Map(draft.unread.map(({ id, origin }) => [id, origin]))
  const drafted = segments.map(({ id }, index) => {
    const analysis = analyses[index]
    if (!analysis) throw new Error('a segment was not analysed')
    return draftSegment(id, analysis, originOf.get(id))
  })
  const isDue = ({ id, revisionId }: (typeof segments)[number]) =>
    !isCurrent || changed === 'all' || changed.includes(id) || revisionId > checked.upTo
  const due = new Set(segments.filter(isDue).map(({ id }) => id))
  const whole = runDraftChecks(drafted, draftChecks, settings)
  const revisionOf = new Map(segments.map(({ id, revisionId }) => [id, revisionId]))
  const found = drafted.filter(({ id }) => due.has(id) || whole.has(id))
  const findings = await inSlices(found, (segment): NewFinding[] => {
    // A draft that came before its source has nothing yet to be compared with.
    const own = hasSource && due.has(segment.id) ? runChecks(segment, checks, settings) : []
    return [...own, ...(whole.get(segment.id) ?? [])].map((finding) => ({
      segmentId: segment.id,
      revisionId: revisionOf.get(segment.id)!,
      fingerprint: fingerprint(finding, { source: segment.source.text, target: segment.target.text }),
      finding,
    }))
  })
  await tx.findings.replace(
    draft.id,
    { segmentIds: [...due], draftChecks: draftChecks.map(({ id }) => id) },
    findings.flat(),
    [...new Set(analyses.flatMap(conceptsIn))],
    now,
  )
}

const conceptsIn = remembered(({ source }: AnalyzedSegment) =>
  source.terms.flatMap(({ terms }) => terms.map(({ conceptId }) => Number(conceptId))),
)

/** An analysis is of one segment for good, and what whole-draft checks have seen in it is remembered with what is made here. */
function draftSegment(id: number, analysis: AnalyzedSegment, unread: Origin | undefined): DraftSegment {
  const known = draftSegments.get(analysis)
  if (known && known.review?.origin === unread) return known
  const review = unread && { origin: unread, confirmed: false, passedOn: true }
  const made = { ...analysis, id, ...(review ? { review } : {}) }
  draftSegments.set(analysis, made)
  return made
}

const draftSegments = new WeakMap<AnalyzedSegment, DraftSegment>()

const isSame = (one: CheckedWith, other: CheckedWith): boolean =>
  one.glossary === other.glossary && one.severities === other.severities && one.engine === other.engine

/** True when nothing that the findings rest on has moved on since. */
export const isUpToDate = (checked: Checked, now: CheckedWith): boolean =>
  checked.saved <= checked.upTo && isSame(checked, now)

/** Rechecks a locked draft if anything that its findings rest on has moved on since. Part of the caller's transaction. */
export async function recheckDraft(
  { analyzer }: Pick<Workbench, 'analyzer'>,
  tx: Repositories,
  draftId: number,
): Promise<void> {
  const draft = await tx.findings.toCheck(draftId)
  if (!isUpToDate(draft.checked, latest(draft))) await check(analyzer, tx, draft, [])
}

/** Must come before anything is read from a draft's findings: what was saved, or changed in the glossary, is in them afterwards. */
export async function settleFindings(
  { storage, analyzer }: Pick<Workbench, 'storage' | 'analyzer'>,
  draftId: number,
): Promise<void> {
  const draft = await storage.findings.toCheck(draftId)
  if (isUpToDate(draft.checked, latest(draft))) return
  // Analysing is most of the work, and what is analysed is remembered: then the draft is held for the rest only.
  await analyzer.analyzeStanding(storage, draft)
  await storage.transaction(async (tx) => {
    await tx.articles.lockDraft(draftId)
    await recheckDraft({ analyzer }, tx, draftId)
  })
}

const latest = ({ glossary, severities }: Omit<CheckedWith, 'engine'>): CheckedWith => ({
  glossary,
  severities,
  engine: engineRevision,
})

/**
 * Rechecks the drafts that the glossary, the severities or the engine have left behind, newest first, for as long as it is wanted. One
 * that cannot be checked holds up no other; what went wrong is thrown at the end.
 */
export async function recheckOutdatedDrafts(
  workbench: Workbench,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const { storage } = workbench
  const failures: unknown[] = []
  for (const draftId of await storage.findings.outdatedDrafts(await inForce(storage))) {
    if (!isWanted()) return
    try {
      await settleFindings(workbench, draftId)
    } catch (error) {
      failures.push(error)
      // Throws, and ends the round, when it is the database that is gone.
      await storage.glossary.latestChange()
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} drafts cannot be rechecked`)
}

/** What findings made at this moment rest on. */
const inForce = async (storage: Repositories): Promise<CheckedWith> => ({
  glossary: await storage.glossary.latestChange(),
  severities: (await storage.checkSeverities.inForce()).change,
  engine: engineRevision,
})

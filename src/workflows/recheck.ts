import { checks, draftChecks } from '../engine/checks/catalog.ts'
import { fingerprint } from '../engine/checks/fingerprint.ts'
import { engineRevision } from '../engine/revision.ts'
import { runChecks, runDraftChecks } from '../engine/checks/run-checks.ts'
import type { CheckedWith, NewFinding } from '../storage/repositories/findings.ts'
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
  const draft = await tx.articles.draft(draftId)
  const segments = await tx.segments.list(draftId)
  const { glossary, analyses } = await analyzer.analyzeDraft(tx, draft, segments)
  const { change, settings } = await tx.checkSeverities.inForce()
  const now: CheckedWith = { glossary: glossary.change, severities: change, engine: engineRevision }
  const isCurrent = isSame(await tx.findings.checkedWith(draftId), now)
  const unread = new Set(await tx.versions.passedOnUnconfirmed(draftId))
  const drafted = segments.map((segment, index) => {
    const analysis = analyses[index]
    if (!analysis) throw new Error('a segment was not analysed')
    const { id, revision } = segment
    const review = { origin: revision.origin, confirmed: false, passedOn: true }
    return { ...analysis, id, revisionId: revision.id, ...(unread.has(id) ? { review } : {}) }
  })
  const due = new Set(isCurrent && changed !== 'all' ? changed : segments.map(({ id }) => id))
  const whole = runDraftChecks(drafted, draftChecks, settings)
  // A draft that came before its source has nothing yet to be compared with.
  const hasSource = segments.some(({ sourceText }) => sourceText !== '')
  const findings = await inSlices(drafted, (segment): NewFinding[] =>
    [
      ...(hasSource && due.has(segment.id) ? runChecks(segment, checks, settings) : []),
      ...(whole.get(segment.id) ?? []),
    ].map((finding) => ({
      segmentId: segment.id,
      revisionId: segment.revisionId,
      fingerprint: fingerprint(finding, { source: segment.source.text, target: segment.target.text }),
      finding,
    })),
  )
  await tx.findings.replace(
    draftId,
    { segmentIds: [...due], draftChecks: draftChecks.map(({ id }) => id) },
    findings.flat(),
  )
  const concepts = new Set(
    analyses.flatMap(({ source }) =>
      source.terms.flatMap(({ terms }) => terms.map(({ conceptId }) => Number(conceptId))),
    ),
  )
  await tx.findings.setConceptUses(draftId, [...concepts])
  if (!isCurrent) await tx.findings.setCheckedWith(draftId, now)
}

const isSame = (one: CheckedWith, other: CheckedWith): boolean =>
  one.glossary === other.glossary && one.severities === other.severities && one.engine === other.engine

/** What findings made at this moment rest on. */
const latest = async (tx: Pick<Repositories, 'glossary' | 'checkSeverities'>): Promise<CheckedWith> => ({
  glossary: await tx.glossary.latestChange(),
  severities: (await tx.checkSeverities.inForce()).change,
  engine: engineRevision,
})

/** Rechecks a locked draft if anything that its findings rest on has moved on since. Part of the caller's transaction. */
export async function recheckDraft(
  workbench: Pick<Workbench, 'analyzer'>,
  tx: Repositories,
  draftId: number,
): Promise<void> {
  if (!isSame(await tx.findings.checkedWith(draftId), await latest(tx)))
    await recheckSegments(workbench, tx, draftId, [])
}

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
  for (const draftId of await storage.findings.outdatedDrafts(await latest(storage))) {
    if (!isWanted()) return
    try {
      await storage.transaction(async (tx) => {
        await tx.articles.lockDraft(draftId)
        await recheckDraft(workbench, tx, draftId)
      })
    } catch (error) {
      failures.push(error)
      // Throws, and ends the round, when it is the database that is gone.
      await storage.glossary.latestChange()
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} drafts cannot be rechecked`)
}

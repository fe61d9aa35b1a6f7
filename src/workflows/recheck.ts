import { draftChecks } from '../engine/checks/catalog.ts'
import { fingerprint } from '../engine/checks/fingerprint.ts'
import { runChecks, runDraftChecks } from '../engine/checks/run-checks.ts'
import type { NewFinding } from '../storage/repositories/findings.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'

/**
 * Brings a draft's findings up to date after some of its segments changed. When the glossary has moved on since the draft was
 * last checked, all of it is checked. Part of the caller's transaction.
 */
export async function recheckSegments(
  { analyzer }: Pick<Workbench, 'analyzer'>,
  tx: Repositories,
  draftId: number,
  changed: readonly number[],
): Promise<void> {
  const draft = await tx.articles.draft(draftId)
  const glossary = await analyzer.glossary(tx, draft.sourceLanguage, draft.targetLanguage)
  const isCurrent = (await tx.findings.glossaryChecked(draftId)) === glossary.change && glossary.change > 0
  const segments = await tx.segments.list(draftId)
  const analyses = await analyzer.analyzeAll(segments, glossary)
  const drafted = segments.map((segment, index) => {
    const analysis = analyses[index]
    if (!analysis) throw new Error('a segment was not analysed')
    return { ...analysis, id: segment.id, revisionId: segment.revision.id }
  })
  const due = new Set(isCurrent ? changed : segments.map(({ id }) => id))
  const whole = runDraftChecks(drafted)
  const findings = drafted.flatMap((segment): NewFinding[] =>
    [...(due.has(segment.id) ? runChecks(segment) : []), ...(whole.get(segment.id) ?? [])].map((finding) => ({
      segmentId: segment.id,
      revisionId: segment.revisionId,
      fingerprint: fingerprint(finding, { source: segment.source.text, target: segment.target.text }),
      finding,
    })),
  )
  await tx.findings.replace(
    draftId,
    { segmentIds: [...due], draftChecks: draftChecks.map(({ id }) => id) },
    findings,
  )
  if (isCurrent) return
  const concepts = new Set(
    analyses.flatMap(({ source }) =>
      source.terms.flatMap(({ terms }) => terms.map(({ conceptId }) => Number(conceptId))),
    ),
  )
  await tx.findings.setConceptUses(draftId, [...concepts])
  await tx.findings.setGlossaryChecked(draftId, glossary.change)
}

/** Rechecks a locked draft if the glossary has moved on since it was last checked. Part of the caller's transaction. */
export async function recheckDraft(
  workbench: Pick<Workbench, 'analyzer'>,
  tx: Repositories,
  draftId: number,
): Promise<void> {
  if ((await tx.findings.glossaryChecked(draftId)) < (await tx.glossary.latestChange()))
    await recheckSegments(workbench, tx, draftId, [])
}

/** Rechecks up to `limit` drafts that the glossary has left behind; answers how many there were. */
export async function recheckOutdatedDrafts(workbench: Workbench, limit: number): Promise<number> {
  const change = await workbench.storage.glossary.latestChange()
  const drafts = await workbench.storage.findings.outdatedDrafts(change, limit)
  for (const draftId of drafts)
    await workbench.storage.transaction(async (tx) => {
      await tx.articles.lockDraft(draftId)
      await recheckDraft(workbench, tx, draftId)
    })
  return drafts.length
}

import type { Actor } from '../domain/people.ts'
import { engineRevision } from '../engine/revision.ts'
import type { LanguagePair } from '../storage/repositories/alignment-models.ts'
import type { Workbench } from '../workbench.ts'

/** More than this, of the articles approved last, would teach little more, and take longer than a worker is given. */
const mostSegments = 10_000

export type LearnOutcome =
  | { readonly kind: 'learnt'; readonly segments: number; readonly articles: number }
  /** No version has been approved since, so the same would be learnt again. */
  | { readonly kind: 'nothing-new' }

/**
 * Teaches the aligner what has been approved in a pair of languages, on top of what the program brings along. `actor` is null when
 * nobody asked for it.
 */
export async function learnAlignment(
  { storage, engine, clock }: Workbench,
  actor: Actor | null,
  pair: LanguagePair,
): Promise<LearnOutcome> {
  // Counted first: what is approved while it learns will be new the next time.
  const approvals = await approvalsOf(storage, pair)
  if (!(await isNew(storage, pair, approvals))) return { kind: 'nothing-new' }
  const { segments, articles } = await storage.alignmentModels.approvedSegments(pair, mostSegments)
  const model = await engine.learn({ ...pair, segments })
  return storage.transaction(async (tx) => {
    await tx.alignmentModels.lock()
    if (!(await isNew(tx, pair, approvals))) return { kind: 'nothing-new' }
    const at = clock()
    const lesson = { approvals, articles, segments: segments.length }
    await tx.alignmentModels.add(pair, engineRevision, lesson, model, actor?.id ?? null, at)
    await tx.events.record(
      { type: 'alignment_learnt', by: actor?.id ?? null, data: { ...pair, ...lesson } },
      at,
    )
    return { kind: 'learnt', segments: segments.length, articles }
  })
}

/** Learns every pair of languages of which something new was approved, for as long as it is wanted. */
export async function learnAllAlignments(
  workbench: Workbench,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const { sourceLanguage, targetLanguage } of await workbench.storage.alignmentModels.taughtPairs()) {
    if (!isWanted()) return
    await learnAlignment(workbench, null, { sourceLanguage, targetLanguage })
  }
}

async function approvalsOf(
  { alignmentModels }: Pick<Workbench['storage'], 'alignmentModels'>,
  { sourceLanguage, targetLanguage }: LanguagePair,
): Promise<number> {
  const taught = (await alignmentModels.taughtPairs()).find(
    (pair) => pair.sourceLanguage === sourceLanguage && pair.targetLanguage === targetLanguage,
  )
  return taught?.approvals ?? 0
}

const isNew = async (
  { alignmentModels }: Pick<Workbench['storage'], 'alignmentModels'>,
  pair: LanguagePair,
  approvals: number,
): Promise<boolean> => (await alignmentModels.approvalsLearnt(pair, engineRevision)) < approvals

import type { Knex } from 'knex'
import { doubtfulBelow } from '../../domain/segment.ts'
import { engineRevision } from '../../engine/revision.ts'
import { createAlignmentModels, type LanguagePair, type Lesson } from '../repositories/alignment-models.ts'

/** Segments that the aligner made, and how many of them people have cut otherwise since. */
export interface AlignedSegments {
  readonly segments: number
  readonly recut: number
}

/** One pair of languages: what the desk has learnt about it, and how aligning it has gone lately. */
export interface AlignmentOfPair extends LanguagePair {
  /** Versions approved so far. */
  readonly approvals: number
  /** What is in use; null when the desk has taught nothing yet. `by` is null for the nightly job. */
  readonly learnt: (Lesson & { readonly by: string | null; readonly at: Date }) | null
  readonly doubtful: AlignedSegments
  readonly sure: AlignedSegments
}

interface PairRow extends LanguagePair {
  doubtful: number
  doubtfulRecut: number
  sure: number
  sureRecut: number
}

/** Every pair of languages that the desk has a draft in, counted over the drafts imported since. */
export const alignmentScreen =
  (knex: Knex) =>
  async (since: Date): Promise<AlignmentOfPair[]> => {
    const [pairs, taught, learnt] = await Promise.all([
      alignedPairs(knex, since),
      createAlignmentModels(knex).taughtPairs(),
      modelsInUse(knex),
    ])
    return pairs.map(({ sourceLanguage, targetLanguage, doubtful, doubtfulRecut, sure, sureRecut }) => {
      const ofPair = (other: LanguagePair) =>
        other.sourceLanguage === sourceLanguage && other.targetLanguage === targetLanguage
      return {
        sourceLanguage,
        targetLanguage,
        approvals: taught.find(ofPair)?.approvals ?? 0,
        learnt: learnt.find(ofPair) ?? null,
        doubtful: { segments: doubtful, recut: doubtfulRecut },
        sure: { segments: sure, recut: sureRecut },
      }
    })
  }

/** Retired by a person's hand: a source that came later is no judgement of the cuts. */
const recut = `exists (select from resegmentations r where r.id = s.retired_by and r.kind in ('merge', 'split', 'move-break'))`
const isDoubtful = 's.alignment_confidence < :doubtfulBelow'

const countedPairs = `
  select a.source_language as "sourceLanguage", d.target_language as "targetLanguage",
    count(*) filter (where ${isDoubtful})::integer as doubtful,
    count(*) filter (where ${isDoubtful} and ${recut})::integer as "doubtfulRecut",
    count(*) filter (where not ${isDoubtful})::integer as sure,
    count(*) filter (where not ${isDoubtful} and ${recut})::integer as "sureRecut"
  from drafts d
    join articles a on a.id = d.article_id
    left join segments s
      on s.draft_id = d.id and s.alignment_confidence is not null and d.imported_at >= :since
  group by a.source_language, d.target_language
  order by count(*) desc, a.source_language, d.target_language`

async function alignedPairs(knex: Knex, since: Date): Promise<PairRow[]> {
  const { rows } = await knex.raw<{ rows: PairRow[] }>(countedPairs, { since, doubtfulBelow })
  return rows
}

const modelsInUse = (knex: Knex) =>
  knex('alignment_models as m')
    .leftJoin('people as p', 'p.id', 'm.person_id')
    .where('m.engine', engineRevision)
    .distinctOn('m.source_language', 'm.target_language')
    .orderBy(['m.source_language', 'm.target_language', { column: 'm.id', order: 'desc' }])
    .select<(LanguagePair & NonNullable<AlignmentOfPair['learnt']>)[]>({
      sourceLanguage: 'm.source_language',
      targetLanguage: 'm.target_language',
      approvals: 'm.approvals',
      articles: 'm.articles',
      segments: 'm.segments',
      by: 'p.name',
      at: 'm.learnt_at',
    })

import { languageFor } from '../engine/languages/catalog.ts'
import { sourceKey } from '../engine/memory/source-tokens.ts'
import { diffTexts, type Difference } from '../engine/text/diff.ts'
import type { Segment } from '../domain/segment.ts'
import {
  memoryMatches,
  openRepetitions,
  type MemoryMatch,
  type OpenRepetition,
} from '../storage/screens/memory.ts'
import type { Draft } from '../storage/repositories/articles.ts'
import type { Workbench } from '../workbench.ts'
import { findSimilar } from './find-similar.ts'
import { hashOfSource } from './memory-entry.ts'

export interface Match extends MemoryMatch {
  readonly kind: 'context' | 'exact' | 'fuzzy'
  /** 101 for the same source between the same neighbours, 100 for the same source. */
  readonly percent: number
  /** From the source that was approved to the one before the person. */
  readonly differences: readonly Difference[]
}

export interface Repetition {
  readonly segment: Segment
  readonly number: number
}

/** What the desk already has for one segment. */
export interface Recalled {
  readonly draft: Draft
  readonly segment: Segment
  readonly number: number
  readonly matches: readonly Match[]
  /** The same source in this article, whatever its target is. */
  readonly inArticle: readonly Repetition[]
  readonly elsewhere: readonly OpenRepetition[]
}

/** More than nine cannot be taken by a digit. */
const mostMatches = 9
const mostElsewhere = 10

/** Looks up a segment. Changes nothing. */
export async function recallMatches(
  { storage }: Pick<Workbench, 'storage'>,
  segmentId: number,
): Promise<Recalled> {
  const segment = await storage.segments.get(segmentId)
  const draft = await storage.articles.draft(segment.draftId)
  const all = await storage.segments.list(draft.id)
  const at = all.findIndex(({ id }) => id === segmentId)
  const hashAt = (index: number) => {
    const neighbour = at === -1 ? undefined : all[index]
    return neighbour ? hashOfSource(neighbour.sourceText, draft.sourceLanguage) : null
  }
  // Twice as many, since what is superseded may be left out.
  const similar = await findSimilar(storage, draft, segment.sourceText, { most: mostMatches * 2 })
  const found = await memoryMatches(
    storage.reader,
    similar.map(({ entryId }) => entryId),
    { before: hashAt(at - 1), after: hashAt(at + 1) },
  )
  const scores = new Map(similar.map(({ entryId, score }) => [entryId, score]))
  const words = (text: string) => languageFor(draft.sourceLanguage).words(text)
  const matches = found
    .map((match): Omit<Match, 'differences'> => ({
      ...match,
      ...gradeOf(match, scores.get(match.entryId) ?? 0),
    }))
    .sort(inOrder)
    .slice(0, mostMatches)
    .map((match): Match => ({
      ...match,
      differences: diffTexts(match.sourceText, segment.sourceText, words),
    }))
  return {
    draft,
    segment,
    number: at + 1,
    matches,
    inArticle: repetitionsIn(all, segment, draft),
    elsewhere:
      segment.sourceText.trim() === ''
        ? []
        : await openRepetitions(
            storage.reader,
            { draftId: draft.id, sourceText: segment.sourceText },
            mostElsewhere,
          ),
  }
}

/** A score is rounded down, so that only what reads the same has 100. */
const gradeOf = ({ isSameContext }: MemoryMatch, score: number): Pick<Match, 'kind' | 'percent'> =>
  score < 1
    ? { kind: 'fuzzy', percent: Math.floor(score * 100) }
    : isSameContext
      ? { kind: 'context', percent: 101 }
      : { kind: 'exact', percent: 100 }

/** What was later thought better of never stands above what holds. */
const inOrder = (a: Omit<Match, 'differences'>, b: Omit<Match, 'differences'>): number =>
  Number(a.isSuperseded) - Number(b.isSuperseded) ||
  b.percent - a.percent ||
  b.approvedAt.getTime() - a.approvedAt.getTime() ||
  b.entryId - a.entryId

function repetitionsIn(all: readonly Segment[], segment: Segment, draft: Draft): Repetition[] {
  const language = languageFor(draft.sourceLanguage)
  const key = sourceKey(segment.sourceText, language)
  if (key === '') return []
  return all.flatMap((other, index) =>
    other.id !== segment.id && sourceKey(other.sourceText, language) === key
      ? [{ segment: other, number: index + 1 }]
      : [],
  )
}

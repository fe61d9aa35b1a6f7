import type { Segment } from '../../../domain/segment.ts'
import { createSearch, replacementFor, type TextMatch } from '../../../domain/text-search.ts'
import { languageFor } from '../../../engine/languages/catalog.ts'
import type { Draft } from '../../../storage/repositories/articles.ts'
import type { Place } from '../../../workflows/apply-change-set.ts'
import { inSlices } from '../../../workflows/in-slices.ts'
import { searchOf, type ReplaceQuery } from './replace-query.ts'

/** More than this many places are not worth looking through one by one. */
const mostPlaces = 2_000

/** A place that was found, and what would stand there. */
export interface FoundPlace extends Place {
  readonly isChange: boolean
}

export interface FoundInSegment {
  readonly segment: Segment
  readonly number: number
  readonly text: string
  readonly places: readonly FoundPlace[]
}

export interface FoundPlaces {
  readonly segments: readonly FoundInSegment[]
  readonly count: number
  /** Places that would have torn a letter from its marks. */
  readonly torn: number
  /** There is more than is shown: too many places, or too much work. */
  readonly isCutShort: boolean
}

/** Every place of an article that a search finds. Throws Invalid with the field `find` when the expression cannot be read. */
export async function findPlaces(
  draft: Draft,
  segments: readonly Segment[],
  query: ReplaceQuery,
): Promise<FoundPlaces> {
  const search = searchOf(query)
  const isTarget = query.side === 'target'
  const find = createSearch(search, languageFor(isTarget ? draft.targetLanguage : draft.sourceLanguage))
  let [count, torn, isCutShort] = [0, 0, false]
  const found = await inSlices(segments, (segment, index): FoundInSegment => {
    const text = isTarget ? segment.revision.text : segment.sourceText
    const answer = count < mostPlaces ? find(text) : { matches: [], torn: 0, isCutShort: true }
    const matches = answer.matches.slice(0, mostPlaces - count)
    count += matches.length
    torn += answer.torn
    isCutShort ||= answer.isCutShort || matches.length < answer.matches.length
    const toPlace = (match: TextMatch): FoundPlace => {
      const replacement = replacementFor(match, query.replacement, search)
      const { start, end } = match
      return {
        segmentId: segment.id,
        revisionId: segment.revision.id,
        start,
        end,
        replacement,
        isChange: isTarget && replacement !== match.groups[0],
      }
    }
    return { segment, number: index + 1, text, places: matches.map(toPlace) }
  })
  return { segments: found.filter(({ places }) => places.length > 0), count, torn, isCutShort }
}

/** A segment's text with all its places changed. */
export const withAllChanged = ({ text, places }: Pick<FoundInSegment, 'text' | 'places'>): string =>
  places.reduceRight(
    (now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end),
    text,
  )

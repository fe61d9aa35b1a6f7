import { foldCase } from '../text/fold-case.ts'
import type { Span } from '../text/span.ts'
import { longestMatches } from './find-terms.ts'
import type { MatchedText } from './occurrences.ts'

/**
 * Finds where a target renders a name by a short form that its language has for it (`อเมริกัน`, `ก.ย.`): for accepted terms, the first
 * place, in the text as given, that nothing has taken and no longer term covers; it is taken then. Null when there is none.
 */
export function shortFormsIn(
  target: MatchedText,
  taken: readonly Span[],
): (accepted: readonly string[]) => Span | null {
  const { normalized, language } = target
  const { otherForms } = language
  if (!otherForms) return () => null
  const folded = foldCase(normalized.text)
  const covered = createCover(longestMatches(target.matches).map(({ span }) => span))
  const used = createCover(taken)
  const places = new Map<string, { readonly found: readonly Span[]; next: number }>()

  const placesOf = (form: string) => {
    const known = places.get(form)
    if (known) return known
    const found: Span[] = []
    const wanted = foldCase(form)
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const place = { start: at, end: at + wanted.length }
      if (!language.isBoundary(folded, place.start) || !language.isBoundary(folded, place.end)) continue
      if (language.readsAsTerm?.(normalized.text, place) === 'no') continue
      const span = normalized.toOriginal(place)
      const cover = covered.at(span)
      if (!cover || (cover.start >= span.start && cover.end <= span.end)) found.push(span)
    }
    const made = { found, next: 0 }
    places.set(form, made)
    return made
  }

  return (accepted) => {
    for (const form of new Set(accepted.flatMap(otherForms))) {
      const queue = placesOf(form)
      while (queue.next < queue.found.length) {
        const span = queue.found[queue.next++]!
        if (used.at(span)) continue
        used.add(span)
        return span
      }
    }
    return null
  }
}

/** Spans by the units that they cover: one look-up, however many there are. */
function createCover(spans: readonly Span[]) {
  const byUnit = new Map<number, Span>()
  const add = (span: Span) => {
    for (let unit = span.start; unit < span.end; unit++) byUnit.set(unit, span)
  }
  spans.forEach(add)
  return {
    add,
    at({ start, end }: Span): Span | undefined {
      for (let unit = start; unit < end; unit++) {
        const span = byUnit.get(unit)
        if (span) return span
      }
      return undefined
    },
  }
}

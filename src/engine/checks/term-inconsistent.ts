import type { IndexedTerm } from '../glossary/term-index.ts'
import { slice, type Span } from '../text/span.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { remembered } from './remembered.ts'
import { isSameWord } from './same-word.ts'

/**
 * One concept under several of its accepted terms in one draft. The term that is used most stays, the preferred one when they are as many;
 * every other place is told, except where the preferred term stands: nothing else would be better. A short form of the same term
 * (`สหรัฐฯ` after `สหรัฐอเมริกา`) is how texts are written, and no other term.
 */
export const termInconsistent: DraftCheck = {
  id: 'term-inconsistent',
  dimension: 'terminology',
  severity: 'neutral',
  examples: [
    {
      terms: [{ source: 'hợp tác xã', preferred: 'สหกรณ์', admitted: ['กลุ่มเกษตรกร'] }],
      segments: [
        { source: 'Hợp tác xã có 20 hộ.', target: 'สหกรณ์มี 20 ครัวเรือน' },
        { source: 'Hợp tác xã bán chè.', target: '[กลุ่มเกษตรกร]ขายชา' },
        { source: 'Hợp tác xã trồng lúa.', target: 'สหกรณ์ปลูกข้าว' },
      ],
    },
    {
      terms: [{ source: 'Hoa Kỳ', preferred: 'สหรัฐอเมริกา', admitted: ['สหรัฐฯ'] }],
      segments: [
        { source: 'Hoa Kỳ mua gạo.', target: 'สหรัฐอเมริกาซื้อข้าว' },
        { source: 'Hoa Kỳ bán ngô.', target: 'สหรัฐฯ ขายข้าวโพด' },
      ],
    },
  ],
  run(segments) {
    return [...renderingsByConcept(segments).values()].flatMap((places) => {
      const kept = mostUsed(places)
      return places
        .filter(({ term }) => term.status !== 'preferred')
        .filter(({ term, segment }) => !isSameWord(term.text, kept.text, segment.target.language))
        .map(({ segment, span, sourceSpan }) => ({
          segmentId: segment.id,
          finding: {
            side: 'target' as const,
            span,
            sourceSpan,
            replacement: kept.text,
            values: { found: slice(segment.target.text, span), expected: kept.text },
          },
        }))
    })
  },
}

interface Place {
  readonly segment: DraftSegment
  readonly span: Span
  readonly sourceSpan: Span
  readonly term: IndexedTerm
}

function renderingsByConcept(segments: readonly DraftSegment[]): ReadonlyMap<string, readonly Place[]> {
  const byConcept = new Map<string, Place[]>()
  for (const place of segments.flatMap(placesIn)) {
    const places = byConcept.get(place.term.conceptId) ?? []
    byConcept.set(place.term.conceptId, places)
    places.push(place)
  }
  return byConcept
}

const placesIn = remembered((segment: DraftSegment): readonly Place[] => {
  if (segment.state !== 'translated') return []
  return segment.terms.expected.flatMap(({ rendering, sourceSpan }) => {
    const term = rendering?.term
    if (!term || (term.status !== 'preferred' && term.status !== 'admitted')) return []
    return [{ segment, span: rendering.span, sourceSpan, term }]
  })
})

function mostUsed(places: readonly Place[]): IndexedTerm {
  const uses = new Map<string, { readonly term: IndexedTerm; count: number }>()
  for (const { term } of places) {
    const known = uses.get(term.text)
    if (known) known.count++
    else uses.set(term.text, { term, count: 1 })
  }
  const rank = ({ term, count }: { readonly term: IndexedTerm; readonly count: number }) =>
    count + (term.status === 'preferred' ? 0.5 : 0)
  return [...uses.values()].reduce((best, each) => (rank(each) > rank(best) ? each : best)).term
}

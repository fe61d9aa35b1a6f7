import type { NameRendering } from '../names/render-names.ts'
import { slice } from '../text/span.ts'
import { toNfc } from '../text/to-nfc.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { offered } from './offered-forms.ts'
import { remembered } from './remembered.ts'

/**
 * One name in several right forms through a draft. The form that stands most often stays, the standard one when there are as many; every
 * place of another is reported. Wrong spellings are name-variant's; terms of the glossary have their own check.
 */
export const nameInconsistent: DraftCheck = {
  id: 'name-inconsistent',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    {
      segments: [
        { source: 'Du khách đến Hội An.', target: 'นักท่องเที่ยวไปฮอยอัน' },
        { source: 'Hội An có phố cổ.', target: '[โห่ยอาน]มีเมืองเก่า' },
        { source: 'Mùa mưa ở Hội An', target: 'ฤดูฝนในฮอยอัน' },
      ],
    },
    {
      segments: [
        { source: 'Du khách đến Hội An.', target: 'นักท่องเที่ยวไปฮอยอัน' },
        { source: 'Hội An có phố cổ.', target: 'ฮอยอันมีเมืองเก่า' },
      ],
    },
  ],
  run(segments) {
    const byName = new Map<string, Place[]>()
    for (const place of segments.flatMap(placesIn)) {
      const { key } = place.rendering.name
      const places = byName.get(key) ?? []
      byName.set(key, places)
      places.push(place)
    }
    return [...byName.values()].flatMap((places) => {
      const kept = keptForm(places)
      return places
        .filter(({ letters }) => letters !== kept.letters)
        .map(({ segment, rendering: { span, origin, name } }) => {
          const replacement = slice(kept.segment.target.text, kept.rendering.span)
          const { alternates = [], ...standard } = offered(name.forms)
          const others = [standard.replacement ?? [], ...alternates]
            .flat()
            .filter((form) => form !== replacement)
          return {
            segmentId: segment.id,
            finding: {
              side: 'target' as const,
              span,
              ...(origin ? { sourceSpan: origin.span } : {}),
              values: { name: name.text, found: slice(segment.target.text, span), expected: replacement },
              replacement,
              ...(others.length > 0 ? { alternates: others } : {}),
            },
          }
        })
    })
  },
}

interface Place {
  readonly segment: DraftSegment
  readonly rendering: NameRendering
  readonly letters: string
}

const placesIn = remembered((segment: DraftSegment): readonly Place[] => {
  if (segment.state !== 'translated') return []
  return segment.nameRenderings
    .filter(({ status, origin }) => {
      const isRight = status === 'standard' || status === 'accepted'
      return isRight && !(origin && segment.termOfName.has(origin))
    })
    .map((rendering) => ({
      segment,
      rendering,
      letters: lettersOf(slice(segment.target.text, rendering.span)),
    }))
})

/** Where spaces fall is no other spelling. */
const lettersOf = (text: string): string => toNfc(text).replace(/[\s\u00AD\u200B-\u200F\u2060–-]/g, '')

/** A place of the commonest form. */
function keptForm(places: readonly Place[]): Place {
  const counts = new Map<string, number>()
  for (const { letters } of places) counts.set(letters, (counts.get(letters) ?? 0) + 1)
  const rank = ({ letters, rendering }: Place) =>
    (counts.get(letters) ?? 0) + (rendering.status === 'standard' ? 0.5 : 0)
  return places.reduce((best, place) => (rank(place) > rank(best) ? place : best))
}

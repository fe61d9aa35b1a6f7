import type { Era, Quantity } from '../text/numbers.ts'
import { slice, type Span } from '../text/span.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { remembered } from './remembered.ts'

/**
 * Buddhist and Christian years in one draft. The era that most years are written in stays, the first one when they are as many; every
 * year of the other is reported. A figure is a year when the target says so (ปี, พ.ศ., a date) or when it renders a year of the source.
 */
export const eraMixed: DraftCheck = {
  id: 'era-mixed',
  dimension: 'locale-conventions',
  severity: 'major',
  examples: [
    {
      segments: [
        { source: 'Năm 2023 tăng 5%.', target: 'ปี 2566 เพิ่มขึ้น 5%' },
        { source: 'Năm 2024 tăng 6%.', target: 'ปี 2567 เพิ่มขึ้น 6%' },
        { source: 'Năm 2025 tăng 7%.', target: 'ปี [2025] เพิ่มขึ้น 7%' },
      ],
    },
    {
      segments: [
        { source: 'Năm 2024 tăng 6%.', target: 'ปี 2567 เพิ่มขึ้น 6%' },
        { source: 'Có 2024 người tham dự.', target: 'มีผู้เข้าร่วม 2024 คน' },
      ],
    },
  ],
  run(segments) {
    const years = segments.flatMap(yearsOf)
    const buddhist = years.filter(({ era }) => era === 'buddhist').length
    const christian = years.length - buddhist
    if (buddhist === 0 || christian === 0) return []
    const kept: Era = buddhist === christian ? years[0]!.era : buddhist > christian ? 'buddhist' : 'christian'
    return years
      .filter(({ era }) => era !== kept)
      .map(({ segment, span, sourceSpan, year, marked }) => {
        const replacement = String(kept === 'buddhist' ? year + 543 : year)
        return {
          segmentId: segment.id,
          finding: {
            side: 'target' as const,
            span,
            ...(sourceSpan ? { sourceSpan } : {}),
            // Beside พ.ศ. or ค.ศ. the figure alone must not change.
            ...(marked ? {} : { replacement }),
            values: { found: slice(segment.target.text, span), expected: replacement, context: kept },
          },
        }
      })
  },
}

interface DraftYear {
  readonly segment: DraftSegment
  readonly span: Span
  readonly sourceSpan?: Span
  readonly era: Era
  /** Christian era. */
  readonly year: number
  readonly marked: boolean
}

const yearsOf = remembered((segment: DraftSegment): readonly DraftYear[] => {
  const { state, source, target } = segment
  if (state !== 'translated') return []
  const wanted = source.quantities.filter(({ era }) => era !== undefined)
  const answerFor = (year: number): Span | undefined => {
    const at = wanted.findIndex((quantity) => yearIn(quantity) === year)
    return at < 0 ? undefined : wanted.splice(at, 1)[0]!.span
  }
  const explicit = target.quantities.filter(({ era }) => era !== undefined)
  const bare = target.quantities.filter(({ era }) => era === undefined)
  return [...explicit, ...bare]
    .flatMap((quantity) => {
      const year = yearIn(quantity)
      if (year === undefined) return []
      const sourceSpan = answerFor(year)
      if (quantity.era === undefined && sourceSpan === undefined) return []
      const era =
        quantity.era ??
        (quantity.readings.some(({ value }) => value === year + 543) ? 'buddhist' : 'christian')
      return [
        {
          segment,
          span: quantity.span,
          ...(sourceSpan ? { sourceSpan } : {}),
          era,
          year,
          marked: quantity.eraMarked ?? false,
        },
      ]
    })
    .sort((a, b) => a.span.start - b.span.start)
})

const yearIn = ({ readings }: Quantity): number | undefined =>
  readings.find(({ kind }) => kind === 'year')?.value

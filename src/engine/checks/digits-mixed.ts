import { slice, type Span } from '../text/span.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { remembered } from './remembered.ts'

/**
 * Figures in the digits of the language's own script (๐–๙) and in European digits in one draft. The kind that is rarer is reported, the later
 * one when they are as many. Figures that touch Latin letters (5G, COVID-19, an address) keep European digits anyway and do not count.
 */
export const digitsMixed: DraftCheck = {
  id: 'digits-mixed',
  dimension: 'locale-conventions',
  severity: 'minor',
  examples: [
    {
      segments: [
        { source: 'Có 25 xã.', target: 'มี 25 ตำบล' },
        { source: 'Có 130 thôn.', target: 'มี [๑๓๐] หมู่บ้าน', mended: 'มี 130 หมู่บ้าน' },
        { source: 'Có 4 huyện.', target: 'มี 4 อำเภอ' },
      ],
    },
    { segments: [{ source: 'Mạng 5G phủ 25 xã.', target: 'เครือข่าย 5G ครอบคลุม ๒๕ ตำบล' }] },
  ],
  run(segments) {
    const figures = segments.flatMap(figuresIn)
    const own = figures.filter(({ isOwn }) => isOwn).length
    if (own === 0 || own === figures.length) return []
    const keepsOwn = own * 2 === figures.length ? figures[0]!.isOwn : own * 2 > figures.length
    const zero = keepsOwn ? figures.find(({ isOwn }) => isOwn)!.zero : EUROPEAN_ZERO
    return figures
      .filter(({ isOwn }) => isOwn !== keepsOwn)
      .map(({ segment, span }) => {
        const found = slice(segment.target.text, span)
        const replacement = found.replace(/\p{Nd}/gu, (digit) =>
          String.fromCodePoint(zero + digit.codePointAt(0)! - zeroOf(digit)),
        )
        return {
          segmentId: segment.id,
          finding: { side: 'target', span, replacement, values: { found, expected: replacement } },
        }
      })
  },
}

const EUROPEAN_ZERO = 48

interface Figure {
  readonly segment: DraftSegment
  readonly span: Span
  /** In digits of the language's own script. */
  readonly isOwn: boolean
  /** The code point of its zero. */
  readonly zero: number
}

const figuresIn = remembered((segment: DraftSegment): readonly Figure[] => {
  const { text, language } = segment.target
  return Array.from(
    text.matchAll(/(?<![\p{Script=Latin}\d/@._-])\p{Nd}[\p{Nd}.,:/]*(?<=\p{Nd})(?![\p{Script=Latin}_@-])/gu),
  ).flatMap(({ 0: found, index }) => {
    const isOwn = language.hasOwnScript(found)
    if (!isOwn && !/^\d/.test(found)) return []
    return [{ segment, span: { start: index, end: index + found.length }, isOwn, zero: zeroOf(found) }]
  })
})

/** Unicode keeps the ten digits of a script together, zero first. */
function zeroOf(digit: string): number {
  const code = digit.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return zero
}

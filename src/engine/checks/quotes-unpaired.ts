import { findUnpaired, type LoneMark } from '../text/unpaired.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { remembered } from './remembered.ts'

/**
 * A quotation mark without its partner. A quotation may run on over the segments that follow, and one that the source leaves open as well is
 * no fault; marks of different shapes may pair, because machine translation mixes them.
 */
export const quotesUnpaired: DraftCheck = {
  id: 'quotes-unpaired',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { segments: [{ source: 'Ông nói: “Tốt lắm.”', target: 'เขากล่าวว่า [“]ดีมาก' }] },
    { segments: [{ source: 'Phong trào “Sạch làng” lan rộng.', target: 'ขบวนการหมู่บ้านสะอาด[”] แพร่หลาย' }] },
    {
      segments: [
        { source: 'Ông nói: “Tốt lắm. Cảm ơn.”', target: 'เขากล่าวว่า “ดีมาก' },
        { source: 'Xin cảm ơn.', target: 'ขอบคุณ”' },
      ],
    },
    { segments: [{ source: 'Ông nói: “Tốt lắm.', target: 'เขากล่าวว่า “ดีมาก' }] },
    { segments: [{ source: 'Ông nói: “Tốt lắm.”', target: 'เขากล่าวว่า "ดีมาก"' }] },
  ],
  run(segments) {
    const lone = segments.flatMap((segment, order) =>
      unpairedIn(segment).map((mark) => ({ ...mark, segment, order })),
    )
    const paired = new Set<number>()
    for (let i = 0; i + 1 < lone.length; i++) {
      const [mark, next] = [lone[i]!, lone[i + 1]!]
      if (mark.role === 'opens' && next.role === 'closes' && next.order - mark.order <= LONGEST) {
        paired.add(i).add(i + 1)
        i++
      }
    }
    return lone
      .filter(({ segment }, i) => !paired.has(i) && !isOpenInSource(segment))
      .map(({ segment, at }) => ({
        segmentId: segment.id,
        finding: { side: 'target', span: { start: at, end: at + 1 } },
      }))
  },
}

/** Segments that one quotation may run over. */
const LONGEST = 8

const QUOTES = { opening: '“„«', closing: '”»', either: '"' }

const unpairedIn = remembered(({ state, target }: DraftSegment): readonly LoneMark[] =>
  state === 'translated' ? findUnpaired(target.text, QUOTES) : [],
)

const isOpenInSource = remembered(
  ({ source }: DraftSegment): boolean => findUnpaired(source.text, QUOTES).length > 0,
)

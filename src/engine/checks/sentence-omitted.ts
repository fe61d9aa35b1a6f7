import { align } from '../alignment/align.ts'
import type { AnalyzedSegment } from '../analyze.ts'
import type { Check } from './check.ts'
import { lengthFit } from './usual-length.ts'

/**
 * A sentence of a longer source segment that no stretch of the target answers for, as the aligner sees it. It does not see a clause that
 * is missing from a sentence, nor a sentence whose neighbour was rendered at unusual length.
 */
export const sentenceOmitted: Check = {
  id: 'sentence-omitted',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    {
      source:
        'Sáng 5/6, mưa lớn gây ngập 12 tuyến đường ở Hà Nội. [Công ty Samsung cho 3.500 công nhân nghỉ việc trong ngày.] Nước rút vào buổi chiều.',
      target: 'เช้าวันที่ 5 มิถุนายน ฝนตกหนักทำให้น้ำท่วมถนน 12 สายในฮานอย น้ำลดลงในช่วงบ่าย',
    },
    {
      source: 'Sáng 5/6, mưa lớn gây ngập 12 tuyến đường ở Hà Nội. Nước rút vào buổi chiều.',
      target: 'เช้าวันที่ 5 มิถุนายน ฝนตกหนักทำให้น้ำท่วมถนน 12 สายในฮานอย น้ำลดลงในช่วงบ่าย',
    },
  ],
  run(segment) {
    if (!isDoubtful(segment)) return []
    const { source, target } = segment
    return align(source.text, target.text, source.language, target.language).flatMap((bead) =>
      bead.source && !bead.target
        ? [{ side: 'source' as const, span: bead.source, sourceSpan: bead.source }]
        : [],
    )
  },
}

/** Several source sentences, and a target shorter than usual by half of the shortest of them, at least. */
function isDoubtful(segment: AnalyzedSegment): boolean {
  const { state, source } = segment
  if (state !== 'translated') return false
  const sentences = source.text.split('\n').flatMap((line) => source.language.sentences(line) ?? [])
  if (sentences.length < 2 || sentences.length > MOST) return false
  const shortest = Math.min(...sentences.map(({ start, end }) => end - start)) / source.text.length
  const fit = lengthFit(segment)
  return !fit || fit.apart < Math.log(1 - shortest / 2)
}

/** Sentences; a segment that holds more is no segment yet. */
const MOST = 40

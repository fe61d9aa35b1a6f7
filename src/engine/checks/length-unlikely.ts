import type { Check } from './check.ts'
import { lengthFit } from './usual-length.ts'

/**
 * A target far shorter or longer than translations of such a source are: something large is missing or was added. Only what lies beyond
 * all but one in thousands of sound translations is reported, so half a sentence may well be missing unseen.
 */
export const lengthUnlikely: Check = {
  id: 'length-unlikely',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    {
      source:
        'Hôm qua mưa lớn gây ngập nhiều tuyến đường, hàng trăm ngôi nhà bị hư hỏng và giao thông tê liệt.',
      target: '[เมื่อวานฝนตกหนัก]',
    },
    {
      source: 'Hôm qua mưa lớn gây ngập nhiều tuyến đường, hàng trăm ngôi nhà bị hư hỏng.',
      target: 'เมื่อวานฝนตกหนักทำให้น้ำท่วมถนนหลายสาย บ้านเรือนหลายร้อยหลังเสียหาย',
    },
    { source: 'Rồi.', target: 'เรียบร้อยแล้วครับ' },
  ],
  run(segment) {
    const { state, source, target } = segment
    const fit = lengthFit(segment)
    if (state !== 'translated' || source.text.trim().length < SHORTEST || !fit) return []
    if (Math.abs(fit.apart) < FAR * fit.deviation) return []
    const start = target.text.length - target.text.trimStart().length
    const span = { start, end: target.text.trimEnd().length }
    return [{ side: 'target', span, values: { context: fit.apart < 0 ? 'short' : 'long' } }]
  },
}

/** Letters. What is said in few words can be said in half as many. */
const SHORTEST = 60
/** Standard deviations. */
const FAR = 4.5

import { graphemeSpan } from '../engine/text/graphemes.ts'
import type { Severity } from '../engine/checks/check.ts'
import type { Span } from '../engine/text/span.ts'

/**
 * Kinds of faults, after MQM-Core (Multidimensional Quality Metrics, themqm.org; ISO 5060:2024 has the same dimensions). Not all of
 * its types: people choose well among some twenty.
 */
export const mqmTypes = {
  accuracy: ['mistranslation', 'omission', 'addition', 'untranslated'],
  terminology: ['wrong-term', 'inconsistent'],
  linguistic: ['grammar', 'spelling', 'punctuation', 'unintelligible'],
  style: ['register', 'awkward', 'inconsistent-style'],
  locale: ['number', 'date', 'currency', 'measure', 'name'],
  audience: ['culture'],
  design: ['formatting', 'markup'],
} as const

export const mqmDimensions = [
  'accuracy',
  'terminology',
  'linguistic',
  'style',
  'locale',
  'audience',
  'design',
] as const satisfies readonly (keyof typeof mqmTypes)[]

export type MqmDimension = (typeof mqmDimensions)[number]
/** `dimension.type`. */
export type MqmType = { [D in MqmDimension]: `${D}.${(typeof mqmTypes)[D][number]}` }[MqmDimension]

export const allMqmTypes = mqmDimensions.flatMap((dimension) =>
  mqmTypes[dimension].map((type) => `${dimension}.${type}` as MqmType),
)

/** What a mark costs, by the weights of MQM 2.0. */
export const mqmPoints = { neutral: 0, minor: 1, major: 5, critical: 25 } as const satisfies Record<
  Severity,
  number
>

export const markSeverities = ['neutral', 'minor', 'major', 'critical'] as const satisfies readonly Severity[]

export const totalPoints = (marks: readonly { readonly severity: Severity }[]): number =>
  marks.reduce((sum, { severity }) => sum + mqmPoints[severity], 0)

/** Points for each thousand words of the source; null where there are no words. */
export const pointsPerThousand = (points: number, words: number): number | null =>
  words === 0 ? null : (points * 1000) / words

/**
 * Where the words that somebody quotes stand: their `occurrence`th place in the text, counted from 1 and overlapping ones too, widened
 * to whole graphemes. UTF-16, half-open. Null when they do not stand there so often.
 */
export function locateQuote(text: string, quote: string, occurrence: number): Span | null {
  if (quote === '') return null
  let start = -1
  for (let count = 0; count < occurrence; count++) {
    start = text.indexOf(quote, start + 1)
    if (start < 0) return null
  }
  return graphemeSpan(text, { start, end: start + quote.length })
}

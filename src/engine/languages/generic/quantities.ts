import { NUMERAL, readNumeral } from '../../text/numerals.ts'
import { figures, reading, type QuantityGrammar } from '../../text/numbers.ts'

/** Figures only, with English signs first (1,500 and 2.5); every other habit of a language needs a pack of its own. */
export const genericQuantities: QuantityGrammar = {
  context: [],
  rules: [
    { pattern: /(?:https?:\/\/|www\.)\S+/dg, read: () => [] },
    {
      pattern: new RegExp(String.raw`(?<!\d|\d[.,])${NUMERAL}`, 'dg'),
      read: (match) => {
        const values = readNumeral(match[0], ',') ?? match[0].split(/[.,]/).map(Number)
        const span = { start: match.index, end: match.index + match[0].length }
        return [{ ...figures(...values.map((value) => reading('number', value))), span }]
      },
    },
  ],
}

import { z } from 'zod'
import { longestPattern, type Search } from '../../../domain/text-search.ts'
import { checkbox, typedText } from '../../fields.ts'

/** What somebody looks for in an article and what to put there, as it stands in an address and in the form that applies it. */
export const replaceFields = {
  find: typedText(longestPattern).default(''),
  replacement: typedText(300).default(''),
  side: z.enum(['target', 'source']).catch('target'),
  expression: checkbox,
  case: checkbox,
  loose: checkbox,
  words: checkbox,
}

export type ReplaceQuery = z.output<z.ZodObject<typeof replaceFields>>

/** The same as fields: a box that is not ticked is left out. */
export const givenFields = (query: ReplaceQuery): Readonly<Record<string, string | undefined>> => ({
  find: query.find,
  replacement: query.replacement,
  side: query.side === 'target' ? undefined : query.side,
  expression: ticked(query.expression),
  case: ticked(query.case),
  loose: ticked(query.loose),
  words: ticked(query.words),
})

const ticked = (is: boolean) => (is ? 'yes' : undefined)

export const searchOf = (query: ReplaceQuery): Search => ({
  find: query.find,
  isExpression: query.expression,
  matchCase: query.case,
  matchMarks: !query.loose,
  wholeWords: query.words,
})

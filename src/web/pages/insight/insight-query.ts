import { z } from 'zod'
import { insightDimensions, type InsightQuery } from '../../../storage/screens/insight.ts'
import { id, typedText } from '../../fields.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** Of a filter whose values may be empty, "any" is not sent at all, and "not stated" as a dash. */
const known = typedText(300)
  .transform((value) => (value === '' ? undefined : value === '-' ? '' : value))
  .optional()
  .catch(undefined)

export const insightFields = z.object({
  by: z.enum(insightDimensions).catch('month'),
  from: month.optional().catch(undefined),
  to: month.optional().catch(undefined),
  person: id.optional().catch(undefined),
  engine: known,
  source: known,
})

/** Where no months are given: the last twelve. */
export function insightQuery(fields: z.output<typeof insightFields>, now: Date): InsightQuery {
  const monthsAgo = (count: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 15)).toISOString().slice(0, 7)
  const [from, to] = [fields.from ?? monthsAgo(11), fields.to ?? monthsAgo(0)]
  return { ...fields, from: from < to ? from : to, to: from < to ? to : from }
}

/** The same as an address has it. */
export const insightAddress = ({ by, from, to, person, engine, source }: InsightQuery) => ({
  by,
  from,
  to,
  person,
  engine: engine === '' ? '-' : engine,
  source: source === '' ? '-' : source,
})

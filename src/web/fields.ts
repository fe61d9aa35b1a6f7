import { z } from 'zod'
import { longestSegment } from '../domain/segment.ts'

/** What an `integer` column holds: the database refuses to look for more. */
const largestId = 2 ** 31 - 1

/** Pieces of forms and addresses that several actions read. Messages are keys below `errors.field`. */
export const id = z.coerce.number().int().positive().max(largestId)

export const params = <const Names extends readonly string[]>(...names: Names) =>
  z.object(Object.fromEntries(names.map((name) => [name, id])) as Record<Names[number], typeof id>)

const hasForbiddenCharacter = (text: string) =>
  !text.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u.test(text)

/** Text as a person typed it: line ends as LF, nothing else changed; characters that no text may hold are refused. */
export const typedText = (longest: number) =>
  z
    .string()
    .max(longest, 'too-long')
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => !hasForbiddenCharacter(text), 'forbidden-character')

/** A line or a note: spaces around it do not count. */
export const note = (longest = 4_000) => typedText(longest).transform((text) => text.trim())

export const requiredNote = (longest = 4_000) => note(longest).refine((text) => text !== '', 'required')

export const segmentText = typedText(longestSegment)

export const checkbox = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '' && value !== 'no')

/** One id or many, as a form's repeated field comes. */
export const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(20_000),
  )

export const operationId = z.uuid()

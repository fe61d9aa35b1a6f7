import { contextAt, type Context, type ContextRule } from './quantity-context.ts'
import type { Span } from './span.ts'

/**
 * What a quantity counts. `year` is a year of the Christian era, `month` 1–12, `weekday` 1 (Monday) – 7, `hour` 0–23;
 * the minutes of a clock time and the days of a date are plain numbers.
 */
export type QuantityKind = 'number' | 'percent' | 'year' | 'month' | 'weekday' | 'hour'

/** One way to understand a quantity. */
export interface Reading {
  readonly kind: QuantityKind
  readonly value: number
}

export type Era = 'buddhist' | 'christian'

/** A number, year, month, weekday or hour in a text. */
export interface Quantity {
  /** UTF-16, half-open, in the text that was searched. */
  readonly span: Span
  /** Never empty, likeliest first: `1.500` may be 1500 or 1.5, `2567` may be a count or the year 2024. */
  readonly readings: readonly Reading[]
  /** Words answer for a figure on the other side but ask for none: `một` and `หนึ่ง` are often mere articles. */
  readonly written: 'figures' | 'words'
  /** Only where the text says that this is a year (`ปี 2567`, `พ.ศ. 2567`, a date), never for a bare figure. */
  readonly era?: Era
  /** True when the era itself is written beside the year (`พ.ศ.`, `ค.ศ.`). */
  readonly eraMarked?: boolean
  /** Only where it was asked for. */
  readonly context?: Context
}

/** Two quantities that answer for each other. */
export interface QuantityPair {
  readonly source: Quantity
  readonly target: Quantity
}

/** How a language writes quantities: rules in order, the first to claim a stretch of text keeps it. */
export interface QuantityGrammar {
  readonly rules: readonly QuantityRule[]
  /** What the words beside a figure say of it. */
  readonly context: readonly ContextRule[]
}

export interface QuantityRule {
  /** Flags `gd`, and linear: no nested unbounded repeats. May assume the pack's normalized text and ASCII digits. */
  readonly pattern: RegExp
  /** The quantities of one match, or null when it is none after all. An empty list claims the text for nothing (a web address). */
  read(match: RegExpExecArray): readonly Quantity[] | null
}

/**
 * The quantities of a text, in order and without overlaps. Linear in the length of the text for linear rules.
 * Spans lie in the text as passed in, which should be the language pack's normalized text.
 */
export function findQuantities(text: string, grammar: QuantityGrammar): readonly Quantity[] {
  let open = toAsciiDigits(text)
  const found: Quantity[] = []
  for (const rule of grammar.rules) {
    // Most rules find nothing, and a search makes no objects.
    if (open.search(rule.pattern) < 0) continue
    const claimed: Span[] = []
    for (const match of open.matchAll(rule.pattern)) {
      const quantities = rule.read(match)
      if (quantities === null) continue
      claimed.push({ start: match.index, end: match.index + match[0].length })
      for (const quantity of quantities) found.push(quantity)
    }
    open = blank(open, claimed)
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** The same, each with what its surroundings say it counts. */
export function findQuantitiesInContext(text: string, grammar: QuantityGrammar): readonly Quantity[] {
  return findQuantities(text, grammar).map((quantity) => {
    const { span, readings, era } = quantity
    const kind = era === undefined ? readings[0]!.kind : 'year'
    const context = contextAt(text, span.start, span.end, grammar.context)
    if (kind === 'number') return { ...quantity, context }
    // `2 giờ` may be two o'clock or two hours.
    const unit = [...(kind === 'hour' ? (context.unit ?? []) : []), `a ${kind}`]
    return { ...quantity, context: { ...context, unit } }
  })
}

/** What each named group of a rule's match says, for the groups that took part. */
export function quantitiesOf(
  match: RegExpExecArray,
  readers: Readonly<Record<string, (written: string) => Omit<Quantity, 'span'> | null>>,
): readonly Quantity[] {
  return Object.entries(readers).flatMap(([group, read]) => {
    const place = match.indices?.groups?.[group]
    const quantity = place && read(match.groups![group]!)
    return quantity ? [{ ...quantity, span: { start: place[0], end: place[1] } }] : []
  })
}

/** The whole of a rule's match as one quantity. */
export const wholeMatch = (match: RegExpExecArray, quantity: Omit<Quantity, 'span'>): readonly Quantity[] => [
  { ...quantity, span: { start: match.index, end: match.index + match[0].length } },
]

/**
 * A telephone number: groups of three and more digits after a leading zero or a country's code, 8 to 12 in all. Its signs mean nothing
 * (`(024) 3825 5555`, `024-38255555`), so it is one number.
 */
export const telephone: QuantityRule = {
  pattern:
    /(?<![\d.,/-])\d{3}-\d{3}-\d{4}(?![\d/-]|[.,]\d)|(?<![\d.,/])(?:\+\d{2}[ .-]?)?\(?0\d{0,4}\)?(?:[ .-]?\d{3,8}){1,3}(?![\d/]|[.,]\d)/dg,
  read(match) {
    const digits = match[0].replace(/\D/g, '')
    if (digits.length < 8 || digits.length > 12) return null
    return wholeMatch(match, figures(reading('number', Number(digits))))
  },
}

/** The figures of a match one by one, for what is no single number: `1.2.3`. */
export const figuresApart = (match: RegExpExecArray): readonly Quantity[] =>
  [...match[0].matchAll(/\d+/g)].map((part) => ({
    ...figures(reading('number', Number(part[0]))),
    span: { start: match.index + part.index, end: match.index + part.index + part[0].length },
  }))

/** A quantity written in figures, from its readings. */
export const figures = (...readings: readonly Reading[]): Omit<Quantity, 'span'> => ({
  readings,
  written: 'figures',
})

/** A quantity written in words, from its readings. */
export const words = (...readings: readonly Reading[]): Omit<Quantity, 'span'> => ({
  readings,
  written: 'words',
})

export const reading = (kind: QuantityKind, value: number): Reading => ({ kind, value })

/** Equal for readings that mean the same; twelve digits, because 2.8 × 10⁹ is not exact in binary. */
export const readingKey = ({ kind, value }: Reading): string => `${kind}:${Number(value.toPrecision(12))}`

const ZEROS = [0x0e50, 0xff10, 0x0660, 0x06f0, 0x0966]

/** Thai and other decimal digits as ASCII; keeps every offset. */
function toAsciiDigits(text: string): string {
  return text.replace(/[๐-๙０-９٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - ZEROS.find((zero) => code >= zero && code < zero + 10)!)
  })
}

/** Claimed text can match nothing any more, and nothing can match across it. */
function blank(text: string, claimed: readonly Span[]): string {
  if (claimed.length === 0) return text
  const parts: string[] = []
  let done = 0
  for (const { start, end } of claimed) {
    parts.push(text.slice(done, start), '\0'.repeat(end - start))
    done = end
  }
  return parts.join('') + text.slice(done)
}

import { placeOf } from './problem.ts'
import type { Problem, ProblemCode } from './problem.ts'

export type TextReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: Problem }

/** Takes a pasted text in: byte order mark off, every line end to LF, characters and length checked. */
export function acceptText(pasted: string, maximum: number): TextReading {
  const tooLong = checkLength(pasted.length, maximum)
  if (tooLong) return { ok: false, error: tooLong }
  const text = unifyLineEnds(pasted.replace(/^\ufeff/, ''))
  const error = checkText(text)
  return error ? { ok: false, error } : { ok: true, text }
}

/** CR, CRLF, NEL and Unicode's line and paragraph separators are all a line end. */
export const unifyLineEnds = (text: string): string => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')

/**
 * The first character that may not be stored or that no newsroom writes: a database refuses NUL, XML refuses controls and
 * noncharacters, tag characters hide text, and long mark runs make normalization quadratic. Linear.
 */
export function checkText(text: string): Problem | null {
  for (const match of text.matchAll(suspicious)) {
    const [found] = match
    const code = codeFor(found)
    if (!code) continue
    return {
      code,
      place: placeOf(text, match.index),
      values: { codePoint: codePointName(found), count: [...found].length },
    }
  }
  return null
}

/** `length` in UTF-16 units. */
export const checkLength = (length: number, maximum: number): Problem | null =>
  length <= maximum ? null : { code: 'text-too-long', values: { actual: length, maximum } }

/** A flag such as Wales is written with tag characters, so whole flags are matched first and let through. */
const suspicious =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}|[\u{E0000}-\u{E007F}]|\p{M}{9,}|[\u200b-\u200d\u2060\ufeff\u3164]{9,}|(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

function codeFor(found: string): ProblemCode | null {
  if (found.startsWith('\u{1F3F4}')) return null
  if (found === '\0') return 'text-nul'
  if (/^\p{M}/u.test(found)) return 'text-mark-run'
  if (/^\p{Cc}/u.test(found)) return 'text-control'
  if (/^\p{Cs}/u.test(found)) return 'text-surrogate'
  if (/^\p{Noncharacter_Code_Point}/u.test(found)) return 'text-nonchar'
  if (/^[\u{E0000}-\u{E007F}]/u.test(found)) return 'text-tag'
  return 'text-invisible-run'
}

const codePointName = (found: string): string =>
  `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

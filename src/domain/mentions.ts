/** Somebody who can be named in a comment. */
export interface Nameable {
  readonly id: number
  readonly name: string
  readonly email: string
}

export interface Mention {
  readonly personIds: readonly number[]
  /** UTF-16 offsets of the body, the sign included. */
  readonly start: number
  readonly end: number
}

/** A stretch of a comment; the people whom it names, or none. */
export interface CommentPiece {
  readonly text: string
  readonly personIds: readonly number[]
}

/**
 * Who is named after an `@`: by the whole name, the longest that fits, or by the address. Case does not count. A sign after a Latin
 * letter (`lan@desk.example`) names nobody; Thai needs no space before it. Of two people with one name both are meant, since the wrong guess would go unnoticed.
 */
export function findMentions(body: string, people: readonly Nameable[]): Mention[] {
  const mentions: Mention[] = []
  const calls = people.flatMap(({ id, name, email }) =>
    [name, email].filter((call) => call.trim() !== '').map((call) => ({ id, call: call.toLowerCase() })),
  )
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    if (at > 0 && /[\p{Script=Latin}\p{N}]/u.test(body.charAt(at - 1))) continue
    const fitting = calls.filter(({ call }) => standsAt(body, at + 1, call))
    const longest = Math.max(0, ...fitting.map(({ call }) => call.length))
    if (longest === 0) continue
    const personIds = new Set(fitting.filter(({ call }) => call.length === longest).map(({ id }) => id))
    mentions.push({ personIds: [...personIds], start: at, end: at + 1 + longest })
  }
  return mentions
}

/** The whole body in pieces, in order. */
export function splitMentions(body: string, people: readonly Nameable[]): CommentPiece[] {
  const mentions = findMentions(body, people)
  const pieces = mentions.flatMap(({ start, end, personIds }, index) => [
    { text: body.slice(mentions[index - 1]?.end ?? 0, start), personIds: [] },
    { text: body.slice(start, end), personIds },
  ])
  return [...pieces, { text: body.slice(mentions.at(-1)?.end ?? 0), personIds: [] }].filter(
    ({ text }) => text !== '',
  )
}

function standsAt(body: string, start: number, call: string): boolean {
  const end = start + call.length
  if (body.slice(start, end).toLowerCase() !== call) return false
  const next = body.charAt(end)
  // Thai goes on without a space, but never with a mark that belongs to the name's last letter.
  return /\p{Script=Thai}/u.test(call.slice(-1)) ? !/\p{M}/u.test(next) : !isWordPart(next)
}

const isWordPart = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character)

import { createHash, randomUUID } from 'node:crypto'
import { serialize } from 'node:v8'
import { createWeightedCache } from '../workflows/weighted-cache.ts'

/** What stands in a kept fragment where something goes in that no two requests share. Nobody can guess it, and write it in a text. */
export const blanks = {
  csrfToken: `csrf-${randomUUID()}`,
  operationId: `operation-${randomUUID()}`,
} as const

/** A rendered fragment, cut at its blanks: between two texts stands one of them. */
interface Fragment {
  readonly texts: readonly string[]
  readonly between: readonly (keyof typeof blanks)[]
}

/** In UTF-16 units: some 80 MB of what people look at now. */
const kept = createWeightedCache<Fragment>(40_000_000)

const blank = new RegExp(`(${blanks.csrfToken}|${blanks.operationId})`)

/**
 * The fragment that `key` names, made if it is not kept, with its blanks filled in. The key must name everything that the fragment
 * shows; see `contentOf`.
 */
export function keptFragment(key: string, csrfToken: string, make: () => string): string {
  let fragment = kept.get(key)
  if (!fragment) {
    const html = make()
    const cut = html.split(blank)
    fragment = {
      texts: cut.filter((_, at) => at % 2 === 0),
      between: cut
        .filter((_, at) => at % 2 === 1)
        .map((mark) => (mark === blanks.csrfToken ? 'csrfToken' : 'operationId')),
    }
    kept.set(key, fragment, html.length)
  }
  const { texts, between } = fragment
  let filled = texts[0] ?? ''
  for (let at = 0; at < between.length; at++)
    filled += (between[at] === 'csrfToken' ? csrfToken : randomUUID()) + texts[at + 1]!
  return filled
}

const contents = new WeakMap<object, string>()

/** A name for a value: equal names, equal values. An object is looked at once, so it must not change. Throws for a function in it. */
export function contentOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`
  let known = contents.get(value)
  if (known === undefined) {
    known = createHash('sha1').update(serialize(value)).digest('base64')
    contents.set(value, known)
  }
  return known
}

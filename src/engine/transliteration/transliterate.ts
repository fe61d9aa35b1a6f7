import type { NameKind, Transliteration } from './transliteration.ts'
import { writeName } from './vietnamese-to-thai/write-name.ts'

type WriteName = (name: string, kind: NameKind) => Transliteration | null

/** The list of pairs of languages that have rules, by their tags. */
const rules: Readonly<Record<string, WriteName>> = {
  'vi th': writeName,
}

/**
 * How a name is written in another script by published rules, and why; tags of languages as in `languages/catalog.ts`. Null where the rules
 * say nothing: another pair of languages, or a name they cannot read. Never throws; linear in the length of the name.
 */
export function transliterate(
  name: string,
  kind: NameKind,
  from: string,
  to: string,
): Transliteration | null {
  const pair = `${from} ${to}`
  return Object.hasOwn(rules, pair) ? rules[pair]!(name, kind) : null
}

import type { NameKind, Transliteration } from '../transliteration/transliteration.ts'
import { transliterate } from '../transliteration/transliterate.ts'

/** How one name may be written in the target language. */
export interface NameForms {
  /** What is offered; absent where nobody and no rule knows. */
  readonly standard?: string
  /** What else is right, best first; never the standard itself. */
  readonly accepted: readonly string[]
  /** Who said so: a person for this article or in the glossary, or the rules. */
  readonly by: 'person' | 'rule'
  /** By the rules, whoever decided. */
  readonly transliteration: Transliteration | null
}

/** What people have said of the forms of one name. */
export interface DecidedForms {
  /** To be written, best first: they win over the rules and leave none of theirs. */
  readonly chosen: readonly string[]
  /** No fault either, beside what else is right. */
  readonly alsoRight: readonly string[]
}

export function nameForms(
  name: string,
  kind: NameKind,
  from: string,
  to: string,
  { chosen, alsoRight }: DecidedForms = { chosen: [], alsoRight: [] },
): NameForms {
  const transliteration = transliterate(name, kind, from, to)
  const forms = chosen.length > 0 ? chosen : formsByRule(name, transliteration, kind, from, to)
  const [standard, ...others] = [...forms, ...alsoRight]
  return {
    ...(standard === undefined ? {} : { standard }),
    accepted: [...new Set(others)].filter((form) => form !== standard),
    by: chosen.length > 0 ? 'person' : 'rule',
    transliteration,
  }
}

/** Persons are written with spaces and places without; what is the other kind's spacing is no fault. */
function formsByRule(
  name: string,
  own: Transliteration | null,
  kind: NameKind,
  from: string,
  to: string,
): readonly string[] {
  const spaced = kind === 'person' ? 'place' : 'person'
  const other = transliterate(name, spaced, from, to)
  return [own, other].flatMap((known) => (known ? [known.text, ...known.alternates] : []))
}

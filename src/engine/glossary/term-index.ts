import type { Language } from '../languages/language.ts'
import type { GlossaryEntry, GlossaryTerm } from './glossary.ts'
import { packTerms, type PackedTerms } from './packed-terms.ts'

/** A term in the index, with the concept it belongs to. */
export interface IndexedTerm extends GlossaryTerm {
  readonly conceptId: string
}

/**
 * The terms of one language, compiled for searching; immutable. Spellings that the pack's `normalize` makes equal are equal (NFD, `hoà`
 * and `hòa`), and any run of white space stands for a space. Where capitals matter, an occurrence must show every capital of the term.
 * Where they do not, small letters will do, except for a name: `Áo` is not `áo`, and `Thứ Hai` is found in `thứ Hai` but not in
 * `thứ hai`. A name has a capital inside or is a single word; a capital that only begins several words (`Cải cách`) is how lists are
 * written. An abbreviation sign may be left out or resolved where the term is welcome: สหรัฐฯ is also found in สหรัฐ and in สหรัฐอเมริกา.
 */
export interface TermIndex {
  readonly language: Language
  readonly terms: PackedTerms
  /** What has changed since `terms` were compiled, in front of them; see `withEdits`. */
  readonly edits: TermEdits | null
}

interface TermEdits {
  /** Concepts whose terms in the whole no longer hold. */
  readonly hidden: ReadonlySet<string>
  /** Of those, the ones that still stand, and new ones. */
  readonly entries: readonly GlossaryEntry[]
  readonly terms: PackedTerms
}

/** Linear in the length of the terms: 100,000 take some tenths of a second and ten megabytes. */
export const compileTermIndex = (entries: readonly GlossaryEntry[], language: Language): TermIndex => ({
  language,
  terms: packTerms(entries, language),
  edits: null,
})

/**
 * The index without some concepts and with some entries, new ones or new versions of what it has. Takes time for what was ever edited
 * and not for the rest, which the two share; with many edits it is time to compile anew.
 */
export function withEdits(
  { language, terms, edits }: TermIndex,
  {
    removedConceptIds,
    entries,
  }: { readonly removedConceptIds: readonly string[]; readonly entries: readonly GlossaryEntry[] },
): TermIndex {
  const edited = new Set([...removedConceptIds, ...entries.map(({ conceptId }) => conceptId)])
  const all = [...(edits?.entries ?? []).filter(({ conceptId }) => !edited.has(conceptId)), ...entries]
  const hidden = new Set([...(edits?.hidden ?? []), ...edited])
  return { language, terms, edits: { hidden, entries: all, terms: packTerms(all, language) } }
}

/** An index as plain data, and the memory in it that can change hands instead of being copied. */
export interface PortableTermIndex {
  readonly data: Omit<TermIndex, 'language'>
  readonly transfer: readonly ArrayBuffer[]
}

/** For `postMessage(data, transfer)`, after which this thread has the index no more. */
export function serializeTermIndex({ terms, edits }: TermIndex): PortableTermIndex {
  return { data: { terms, edits }, transfer: [...buffersIn(terms), ...(edits ? buffersIn(edits.terms) : [])] }
}

/** The index that `serializeTermIndex` was given, for the same language. */
export const reviveTermIndex = (data: PortableTermIndex['data'], language: Language): TermIndex => ({
  language,
  ...data,
})

function buffersIn(terms: PackedTerms): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  const look = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) found.add(part.buffer as ArrayBuffer)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look)
  }
  look(terms)
  return [...found]
}

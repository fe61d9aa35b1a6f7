import type { Language } from '../languages/language.ts'
import { factsIn, packFacts, type ConceptFacts, type PackedFacts } from './concept-facts.ts'
import { compileUsage, type TermUsage } from './usage.ts'
import {
  compileTermIndex,
  reviveTermIndex,
  serializeTermIndex,
  withEdits,
  type PortableTermIndex,
  type TermIndex,
} from './term-index.ts'

export interface GlossaryTerm {
  /** BCP 47 tag of the language it belongs to. */
  readonly language: string
  readonly text: string
  readonly status: 'preferred' | 'admitted' | 'deprecated' | 'superseded'
  /** Capitals matter; see `TermIndex` for what is asked of an occurrence. */
  readonly caseSensitive: boolean
  /** Longer phrases of its language in which its letters are not the term: `thứ hai là` for `thứ hai`. */
  readonly exclusions?: readonly string[]
  /** Words of its language, one of which stands near where a homonym has this meaning: `hộ khẩu` for `nhập khẩu`. */
  readonly contextWords?: readonly string[]
}

/** One concept and its terms in every language, as the glossary keeps it. */
export interface GlossaryEntry {
  readonly conceptId: string
  readonly subject?: string
  readonly terms: readonly GlossaryTerm[]
}

/** A glossary made ready for one pair of languages; immutable, so one serves every segment and every request. */
export interface Glossary {
  readonly source: TermIndex
  readonly target: TermIndex
  /** What a concept may be called in the target language, the preferred term first; empty when it may not be named at all. */
  targetTerms(conceptId: string): readonly string[]
  /** What tells whether an occurrence in the source means the concept; null when nothing is asked. */
  usage(conceptId: string): TermUsage | null
}

/** A compiled glossary as plain data, for another thread. */
export interface PortableGlossary {
  readonly source: PortableTermIndex['data']
  readonly target: PortableTermIndex['data']
  readonly facts: PackedFacts
}

/** Compile once and keep it; `compilePortableGlossary` is the part that takes time. */
export const compileGlossary = (
  entries: readonly GlossaryEntry[],
  source: Language,
  target: Language,
): Glossary => reviveGlossary(compilePortableGlossary(entries, source, target).data, source, target)

/** The glossary as plain data, and the memory in it that can change hands instead of being copied. */
export function compilePortableGlossary(
  entries: readonly GlossaryEntry[],
  source: Language,
  target: Language,
): { readonly data: PortableGlossary; readonly transfer: readonly ArrayBuffer[] } {
  const [from, to] = [source, target].map((language) =>
    serializeTermIndex(compileTermIndex(entries, language)),
  ) as [PortableTermIndex, PortableTermIndex]
  const facts = packFacts(conceptFacts(entries, source, target))
  return {
    data: { source: from.data, target: to.data, facts },
    transfer: [
      ...from.transfer,
      ...to.transfer,
      facts.ids.buffer,
      facts.idEnds.buffer,
      facts.facts.buffer,
      facts.factEnds.buffer,
    ],
  }
}

/** Makes plain data a glossary again, for the languages that it was compiled for; takes no time that grows with it. */
export function reviveGlossary(data: PortableGlossary, source: Language, target: Language): Glossary {
  const facts = factsIn(data.facts)
  return toGlossary(reviveTermIndex(data.source, source), reviveTermIndex(data.target, target), facts)
}

export interface GlossaryEdits {
  readonly removedConceptIds: readonly string[]
  /** New ones, or new versions of those that are there. */
  readonly entries: readonly GlossaryEntry[]
}

/** The glossary with some concepts changed. Takes time for the changes and not for the rest, which the two share. */
export function editGlossary(glossary: Glossary, edits: GlossaryEdits): Glossary {
  const [source, target] = [withEdits(glossary.source, edits), withEdits(glossary.target, edits)]
  const removed = new Set(edits.removedConceptIds)
  const edited = conceptFacts(edits.entries, source.language, target.language)
  const before = (conceptId: string): ConceptFacts => ({
    accepted: glossary.targetTerms(conceptId),
    usage: glossary.usage(conceptId),
  })
  return toGlossary(
    source,
    target,
    (conceptId) => edited.get(conceptId) ?? (removed.has(conceptId) ? null : before(conceptId)),
  )
}

const toGlossary = (
  source: TermIndex,
  target: TermIndex,
  facts: (conceptId: string) => ConceptFacts | null,
): Glossary => ({
  source,
  target,
  targetTerms: (conceptId) => facts(conceptId)?.accepted ?? [],
  usage: (conceptId) => facts(conceptId)?.usage ?? null,
})

function conceptFacts(
  entries: readonly GlossaryEntry[],
  source: Language,
  target: Language,
): ReadonlyMap<string, ConceptFacts> {
  const usage = compileUsage(entries, source)
  return new Map(
    entries.map(({ conceptId, terms }) => {
      const own = terms.filter(({ language }) => language === target.tag)
      const called = (status: GlossaryTerm['status']) =>
        own.filter((term) => term.status === status).map(({ text }) => text)
      const accepted = [...called('preferred'), ...called('admitted')]
      return [conceptId, { accepted, usage: usage.get(conceptId) ?? null }]
    }),
  )
}

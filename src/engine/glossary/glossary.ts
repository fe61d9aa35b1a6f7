import type { Language } from '../languages/language.ts'
import { compileTermIndex, type TermIndex } from './term-index.ts'

export interface GlossaryTerm {
  /** BCP 47 tag of the language it belongs to. */
  readonly language: string
  readonly text: string
  readonly status: 'preferred' | 'admitted' | 'deprecated' | 'superseded'
  /** Capitals matter; see `TermIndex` for what is asked of an occurrence. */
  readonly caseSensitive: boolean
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
}

/** 100,000 terms take about a second; compile once and keep it. */
export function compileGlossary(
  entries: readonly GlossaryEntry[],
  source: Language,
  target: Language,
): Glossary {
  const allowed = new Map(
    entries.map((entry) => {
      const terms = entry.terms.filter(({ language }) => language === target.tag)
      const called = (status: GlossaryTerm['status']) =>
        terms.filter((term) => term.status === status).map(({ text }) => text)
      return [entry.conceptId, [...called('preferred'), ...called('admitted')]]
    }),
  )
  return {
    source: compileTermIndex(entries, source),
    target: compileTermIndex(entries, target),
    targetTerms: (conceptId) => allowed.get(conceptId) ?? [],
  }
}

import { analyzeSegment, type AnalyzedSegment } from '../../../src/engine/analyze.ts'
import type { Example } from '../../../src/engine/checks/check.ts'
import { compileGlossary, type GlossaryEntry } from '../../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')

/** A glossary of Vietnamese terms and their Thai renderings. */
export const entries = (terms: NonNullable<Example['terms']>): readonly GlossaryEntry[] =>
  terms.map(({ source, preferred, deprecated = [] }, at) => ({
    conceptId: `concept-${at}`,
    terms: [
      { language: 'vi', text: source, status: 'preferred', caseSensitive: false },
      { language: 'th', text: preferred, status: 'preferred', caseSensitive: false },
      ...deprecated.map(
        (text) => ({ language: 'th', text, status: 'deprecated', caseSensitive: false }) as const,
      ),
    ],
  }))

export const analyze = (
  source: string,
  target: string,
  terms: NonNullable<Example['terms']> = [],
): AnalyzedSegment =>
  analyzeSegment({
    source,
    target,
    sourceLanguage,
    targetLanguage,
    glossary: compileGlossary(entries(terms), sourceLanguage, targetLanguage),
  })

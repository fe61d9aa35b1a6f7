import { analyzeSegment, type AnalyzedSegment } from '../../../src/engine/analyze.ts'
import type { Example } from '../../../src/engine/checks/check.ts'
import {
  compileGlossary,
  type GlossaryEntry,
  type GlossaryTerm,
} from '../../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')

/** A glossary of Vietnamese terms and their Thai renderings. */
export const entries = (terms: NonNullable<Example['terms']>): readonly GlossaryEntry[] =>
  terms.map(({ source, preferred, admitted = [], deprecated = [], ...usage }, at) => {
    const thai = (status: GlossaryTerm['status']) => (text: string) =>
      ({ language: 'th', text, status, caseSensitive: false }) as const
    return {
      conceptId: `concept-${at}`,
      terms: [
        { language: 'vi', text: source, status: 'preferred', caseSensitive: false, ...usage },
        thai('preferred')(preferred),
        ...admitted.map(thai('admitted')),
        ...deprecated.map(thai('deprecated')),
      ],
    }
  })

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

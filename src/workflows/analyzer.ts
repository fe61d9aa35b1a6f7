import { analyzeSegment, type AnalyzedSegment } from '../engine/analyze.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { compileGlossary, type Glossary } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Repositories } from '../storage/storage.ts'
import { inSlices } from './in-slices.ts'
import { createMemory } from './memory.ts'

/** A glossary ready for one pair of languages, and the number of the change that it stands at. */
export interface GlossaryInForce {
  readonly change: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly compiled: Glossary
  readonly knownPairs: readonly KnownPair[]
}

/** What is analysed: a revision's text beside its source; `revisionId` names the pair of texts for good. */
export interface AnalyzableSegment {
  readonly sourceText: string
  readonly revision: { readonly id: number; readonly text: string }
}

/**
 * In UTF-16 units of both texts, of which an analysis takes about 25 bytes each: some 150 MB, and never less than the longest article
 * that can be imported, every save of which looks at all of it.
 */
const remembered = 6_000_000
/** What an analysis of two short texts takes, in the same units. */
const smallest = 100
const glossariesKept = 8

/**
 * The engine with what it needs at hand: the glossary compiled once per change and pair of languages, and analyses remembered, since a
 * revision never changes.
 */
export function createAnalyzer() {
  const glossaries = createMemory<GlossaryInForce>(glossariesKept)
  const analyses = createMemory<AnalyzedSegment>(remembered)

  const analyze = (segment: AnalyzableSegment, glossary: GlossaryInForce): AnalyzedSegment => {
    const { sourceText, revision } = segment
    const key = `${revision.id} ${glossary.change}`
    const known = analyses.get(key)
    if (known) return known
    const made = analyzeSegment({
      source: sourceText,
      target: revision.text,
      sourceLanguage: languageFor(glossary.sourceLanguage),
      targetLanguage: languageFor(glossary.targetLanguage),
      glossary: glossary.compiled,
    })
    analyses.set(key, made, smallest + sourceText.length + revision.text.length)
    return made
  }

  const glossary = async (
    tx: Pick<Repositories, 'glossary'>,
    sourceLanguage: string,
    targetLanguage: string,
  ): Promise<GlossaryInForce> => {
    const change = await tx.glossary.latestChange()
    const pair = `${sourceLanguage} ${targetLanguage}`
    const known = glossaries.get(pair)
    if (known?.change === change) return known
    const concepts = await tx.glossary.active()
    const source = languageFor(sourceLanguage)
    const target = languageFor(targetLanguage)
    const made: GlossaryInForce = {
      change,
      sourceLanguage,
      targetLanguage,
      compiled: compileGlossary(
        concepts.map(({ id, subject, terms }) => ({ conceptId: String(id), subject, terms })),
        source,
        target,
      ),
      knownPairs: concepts.flatMap(({ terms }) =>
        terms
          .filter(({ language }) => language === source.tag)
          .flatMap((from) =>
            terms
              .filter(({ language }) => language === target.tag)
              .map((to) => ({ source: from.text, target: to.text })),
          ),
      ),
    }
    glossaries.set(pair, made, 1)
    return made
  }

  return {
    glossary,
    /** Pairs of terms that help the aligner, deprecated ones too: the machine writes those. */
    knownPairs: async (tx: Pick<Repositories, 'glossary'>, sourceLanguage: string, targetLanguage: string) =>
      (await glossary(tx, sourceLanguage, targetLanguage)).knownPairs,
    /** Analyses in order. */
    analyzeAll: (segments: readonly AnalyzableSegment[], inForce: GlossaryInForce) =>
      inSlices(segments, (segment) => analyze(segment, inForce)),
  }
}

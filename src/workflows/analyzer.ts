import { analyzeSegment, type AnalyzedSegment } from '../engine/analyze.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { compileGlossary, type Glossary } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Repositories } from '../storage/storage.ts'

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

const longestPause = 15
const remembered = 20_000

/**
 * The engine with what it needs at hand: the glossary compiled once per change and pair of languages, and analyses remembered, since a
 * revision never changes. Long articles are analysed in slices, so that no request waits for another's.
 */
export function createAnalyzer() {
  const glossaries = new Map<string, GlossaryInForce>()
  const analyses = new Map<string, AnalyzedSegment>()

  const analyze = (segment: AnalyzableSegment, glossary: GlossaryInForce): AnalyzedSegment => {
    const key = `${segment.revision.id} ${glossary.change} ${glossary.targetLanguage}`
    const known = analyses.get(key)
    if (known) return known
    const made = analyzeSegment({
      source: segment.sourceText,
      target: segment.revision.text,
      sourceLanguage: languageFor(glossary.sourceLanguage),
      targetLanguage: languageFor(glossary.targetLanguage),
      glossary: glossary.compiled,
    })
    for (const oldest of analyses.keys()) {
      if (analyses.size < remembered) break
      analyses.delete(oldest)
    }
    analyses.set(key, made)
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
    glossaries.set(pair, made)
    return made
  }

  return {
    glossary,
    /** Pairs of terms that help the aligner, deprecated ones too: the machine writes those. */
    knownPairs: async (tx: Pick<Repositories, 'glossary'>, sourceLanguage: string, targetLanguage: string) =>
      (await glossary(tx, sourceLanguage, targetLanguage)).knownPairs,
    analyze,
    /** Analyses in order, giving way to other work every few milliseconds. */
    async analyzeAll(
      segments: readonly AnalyzableSegment[],
      inForce: GlossaryInForce,
    ): Promise<AnalyzedSegment[]> {
      const done: AnalyzedSegment[] = []
      let since = performance.now()
      for (const segment of segments) {
        done.push(analyze(segment, inForce))
        if (performance.now() - since > longestPause) {
          await new Promise(setImmediate)
          since = performance.now()
        }
      }
      return done
    },
  }
}

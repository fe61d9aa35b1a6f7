import { createHash } from 'node:crypto'
import { analyzeSegment, type AnalyzedSegment } from '../engine/analyze.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { articleNames, type ArticleNames } from '../engine/names/article-names.ts'
import type { DecidedForms } from '../engine/names/name-forms.ts'
import { nameKey } from '../engine/names/name-key.ts'
import type { NameDecision } from '../storage/repositories/name-decisions.ts'
import type { Repositories } from '../storage/storage.ts'
import { createGlossaries, type GlossaryInForce, type GlossaryParts } from './glossaries.ts'
import { inSlices } from './in-slices.ts'
import { createMemory } from './memory.ts'

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
/** In UTF-16 units of the sources that they were read from. */
const articlesKept = 6_000_000

/** The names of one article, and a key that changes with its sources and with what was decided about its names. */
interface NamesInForce {
  readonly key: string
  readonly names: ArticleNames
}

/**
 * The engine with what it needs at hand: the glossary compiled for each pair of languages, and analyses remembered, since a revision
 * never changes.
 */
export function createAnalyzer(parts: GlossaryParts) {
  const glossary = createGlossaries(parts)
  const analyses = createMemory<AnalyzedSegment>(remembered)

  const articles = createMemory<NamesInForce>(articlesKept)

  const namesOf = (
    segments: readonly AnalyzableSegment[],
    decisions: readonly NameDecision[],
    { sourceLanguage, targetLanguage }: GlossaryInForce,
  ): NamesInForce => {
    const sources = segments.map(({ sourceText }) => sourceText)
    // White space does not count: moving the breaks between segments leaves the article what it was.
    const text = sources.join('').replace(/\s+/g, '')
    const said = JSON.stringify([
      sourceLanguage,
      targetLanguage,
      decisions.map(({ name, form, dismissalId }) => [name, form, dismissalId === null]),
    ])
    const key = createHash('sha256').update(said).update(text).digest('base64')
    const known = articles.get(key)
    if (known) return known
    const made = {
      key,
      names: articleNames({
        sources,
        sourceLanguage: languageFor(sourceLanguage),
        targetLanguage: languageFor(targetLanguage),
        decisions: formsByName(decisions),
      }),
    }
    articles.set(key, made, smallest + text.length)
    return made
  }

  const analyze = (
    segment: AnalyzableSegment,
    glossary: GlossaryInForce,
    article: NamesInForce,
  ): AnalyzedSegment => {
    const { sourceText, revision } = segment
    const key = `${revision.id} ${glossary.change} ${article.key}`
    const known = analyses.get(key)
    if (known) return known
    const made = analyzeSegment({
      source: sourceText,
      target: revision.text,
      sourceLanguage: languageFor(glossary.sourceLanguage),
      targetLanguage: languageFor(glossary.targetLanguage),
      glossary: glossary.compiled,
      article: article.names,
    })
    analyses.set(key, made, smallest + sourceText.length + revision.text.length)
    return made
  }

  return {
    glossary,
    /** Pairs of terms that help the aligner, deprecated ones too: the machine writes those. */
    knownPairs: (
      tx: Pick<Repositories, 'glossary'>,
      sourceLanguage: string,
      targetLanguage: string,
    ): Promise<readonly KnownPair[]> =>
      tx.glossary.termPairs(languageFor(sourceLanguage).tag, languageFor(targetLanguage).tag),
    /** Analyses of all segments of a draft, in order, by the glossary in force and what was decided about the article's names. */
    analyzeDraft: async (
      tx: Pick<Repositories, 'glossary' | 'nameDecisions'>,
      draft: { readonly id: number; readonly sourceLanguage: string; readonly targetLanguage: string },
      segments: readonly AnalyzableSegment[],
    ) => {
      const inForce = await glossary(tx, draft.sourceLanguage, draft.targetLanguage)
      const article = namesOf(segments, await tx.nameDecisions.list(draft.id), inForce)
      return {
        glossary: inForce,
        analyses: await inSlices(segments, (segment) => analyze(segment, inForce, article)),
      }
    },
  }
}

/** The latest decision of each name first. Who calls a finding no fault allows a form; who puts one in the place of others chooses it. */
function formsByName(decisions: readonly NameDecision[]): ReadonlyMap<string, DecidedForms> {
  const forms = new Map<string, { chosen: string[]; alsoRight: string[] }>()
  for (const { name, form, dismissalId } of decisions) {
    const key = nameKey(name)
    const known = forms.get(key) ?? { chosen: [], alsoRight: [] }
    forms.set(key, known)
    const said = dismissalId === null ? known.chosen : known.alsoRight
    if (!said.includes(form)) said.push(form)
  }
  return forms
}

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
import { createWeightedCache } from './weighted-cache.ts'

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
/** Drafts that somebody is typing in. */
const draftsKept = 200

interface AnalyzableDraft {
  readonly id: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** The names of one article, and a key that changes with its sources and with what was decided about its names. */
interface NamesInForce {
  readonly key: string
  readonly names: ArticleNames
  /** False for a draft that came before its source. */
  readonly hasSource: boolean
}

/**
 * The engine with what it needs at hand: the glossary compiled for each pair of languages, and analyses remembered, since a revision
 * never changes.
 */
export function createAnalyzer(parts: GlossaryParts) {
  const glossary = createGlossaries(parts)
  const analyses = createWeightedCache<AnalyzedSegment>(remembered)

  const articles = createWeightedCache<NamesInForce>(articlesKept)

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
      hasSource: text !== '',
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

  const keyOf = (revisionId: number, glossary: GlossaryInForce, article: NamesInForce) =>
    `${revisionId} ${glossary.change} ${article.key}`

  const analyze = (
    segment: AnalyzableSegment,
    glossary: GlossaryInForce,
    article: NamesInForce,
  ): AnalyzedSegment => {
    const { sourceText, revision } = segment
    const key = keyOf(revision.id, glossary, article)
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

  const glossaryAt = (
    tx: Pick<Repositories, 'glossary'>,
    { sourceLanguage, targetLanguage }: AnalyzableDraft,
    change: number,
  ) => {
    const latestChange = () => Promise.resolve(change)
    return glossary({ glossary: { ...tx.glossary, latestChange } }, sourceLanguage, targetLanguage)
  }

  const drafts = createWeightedCache<NamesInForce>(draftsKept)

  /** The names of a draft's article, without reading its sources again as long as its newest segment and the decisions are the same. */
  const namesOfDraft = async (
    tx: Pick<Repositories, 'segments' | 'nameDecisions'>,
    draft: AnalyzableDraft,
    inForce: GlossaryInForce,
    newest: number,
  ): Promise<NamesInForce> => {
    const decisions = await tx.nameDecisions.list(draft.id)
    const key = JSON.stringify([
      draft.id,
      newest,
      decisions.map(({ name, form, dismissalId }) => [name, form, dismissalId === null]),
    ])
    const known = drafts.get(key) ?? namesOf(await tx.segments.list(draft.id), decisions, inForce)
    drafts.set(key, known, 1)
    return known
  }

  return {
    glossary,
    /**
     * One segment with a text that need not be saved, by what holds for its article. Nothing of it is remembered. What is known to stand
     * is not asked for again: the latest change of the glossary, and the newest segment.
     */
    analyzeText: async (
      tx: Pick<Repositories, 'glossary' | 'segments' | 'nameDecisions'>,
      draft: AnalyzableDraft,
      { source, target }: { readonly source: string; readonly target: string },
      standing?: { readonly newest: number; readonly glossary: number },
    ) => {
      const inForce = await (standing
        ? glossaryAt(tx, draft, standing.glossary)
        : glossary(tx, draft.sourceLanguage, draft.targetLanguage))
      const newest = standing?.newest ?? (await tx.segments.newest(draft.id))
      const { names, hasSource } = await namesOfDraft(tx, draft, inForce, newest)
      const analysis = analyzeSegment({
        source,
        target,
        sourceLanguage: languageFor(draft.sourceLanguage),
        targetLanguage: languageFor(draft.targetLanguage),
        glossary: inForce.compiled,
        article: names,
      })
      return { analysis, hasSource }
    },
    /** What is known of the names of a draft's article. */
    articleNames: async (
      tx: Pick<Repositories, 'glossary' | 'segments' | 'nameDecisions'>,
      draft: AnalyzableDraft,
    ): Promise<ArticleNames> => {
      const inForce = await glossary(tx, draft.sourceLanguage, draft.targetLanguage)
      return (await namesOfDraft(tx, draft, inForce, await tx.segments.newest(draft.id))).names
    },
    /** Pairs of terms that help the aligner, deprecated ones too: the machine writes those. */
    knownPairs: (
      tx: Pick<Repositories, 'glossary'>,
      sourceLanguage: string,
      targetLanguage: string,
    ): Promise<readonly KnownPair[]> =>
      tx.glossary.termPairs(languageFor(sourceLanguage).tag, languageFor(targetLanguage).tag),
    /** The same as `analyzeDraft`, of which it reads only the texts that are not remembered. */
    analyzeStanding: async (
      tx: Pick<Repositories, 'glossary' | 'segments' | 'nameDecisions'>,
      draft: AnalyzableDraft & {
        /** The latest change. */
        readonly glossary: number
        readonly segments: readonly { readonly id: number; readonly revisionId: number }[]
      },
    ) => {
      const { segments } = draft
      const inForce = await glossaryAt(tx, draft, draft.glossary)
      const newest = segments.reduce((most, { id }) => Math.max(most, id), 0)
      const article = await namesOfDraft(tx, draft, inForce, newest)
      const found = segments.map(({ revisionId }) => analyses.get(keyOf(revisionId, inForce, article)))
      const missing = segments.filter((_, at) => !found[at]).map(({ revisionId }) => revisionId)
      const texts = new Map(
        missing.length > 0 ? (await tx.segments.texts(missing)).map((row) => [row.id, row] as const) : [],
      )
      return {
        glossary: inForce,
        hasSource: article.hasSource,
        analyses: await inSlices(segments, ({ revisionId }, at) => {
          const known = found[at]
          if (known) return known
          const { sourceText, text } = texts.get(revisionId)!
          return analyze({ sourceText, revision: { id: revisionId, text } }, inForce, article)
        }),
      }
    },
    /** Analyses of all segments of a draft, in order, by the glossary in force and what was decided about the article's names. */
    analyzeDraft: async (
      tx: Pick<Repositories, 'glossary' | 'nameDecisions'>,
      draft: AnalyzableDraft,
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

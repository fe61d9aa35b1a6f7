import { alignArticle, type AlignedArticle, type ArticleBlock } from '../domain/align-article.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Reading } from '../formats/format.ts'
import type { ImportedPage } from '../formats/imported-page.ts'
import { readArticle, type ArticleInput } from '../formats/read-article.ts'

/** What the worker threads do: the steps that may take longer than a request may hold the event loop. */

export const read = (input: ArticleInput): Reading<ImportedPage> => readArticle(input)

export interface AlignTask {
  readonly source: readonly ArticleBlock[]
  readonly target: readonly ArticleBlock[]
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly knownPairs: readonly KnownPair[]
}

export const align = ({
  source,
  target,
  sourceLanguage,
  targetLanguage,
  knownPairs,
}: AlignTask): AlignedArticle =>
  alignArticle(source, target, languageFor(sourceLanguage), languageFor(targetLanguage), knownPairs)

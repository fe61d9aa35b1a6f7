import { alignArticle, type AlignedArticle, type ArticleBlock } from '../domain/align-article.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Reading } from '../formats/format.ts'
import { readGlossaryFile, type GlossaryFile, type GlossaryInput } from '../formats/glossary-file.ts'
import type { ImportedPage } from '../formats/imported-page.ts'
import { readArticle, type ArticleInput } from '../formats/read-article.ts'

/** What the worker threads do: the steps that may take longer than a request may hold the event loop. */

export const read = (input: ArticleInput): Reading<ImportedPage> => readArticle(input)

/** A glossary file whose rows are written down in pieces: a hundred thousand of them at once would hold up whoever receives them. */
export type GlossaryPieces = Omit<GlossaryFile, 'rows'> & { readonly pieces: readonly string[] }

const rowsOfPiece = 125

export function glossary(input: GlossaryInput): Reading<GlossaryPieces> {
  const reading = readGlossaryFile(input)
  if (!reading.ok) return reading
  const { rows, ...rest } = reading.content
  const pieces: string[] = []
  for (let start = 0; start < rows.length; start += rowsOfPiece)
    pieces.push(JSON.stringify(rows.slice(start, start + rowsOfPiece)))
  return { ok: true, content: { ...rest, pieces } }
}

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

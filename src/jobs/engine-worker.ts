import { move, transferableSymbol, valueSymbol } from 'piscina'
import { alignArticle, type AlignedArticle, type ArticleBlock } from '../domain/align-article.ts'
import { emptyModel, type AlignmentModel } from '../engine/alignment/alignment-model.ts'
import type { KnownPair } from '../engine/alignment/bead.ts'
import { defaultModel } from '../engine/alignment/default-model.ts'
import { learnAlignment, type TaughtSegment } from '../engine/alignment/learn-alignment.ts'
import { compilePortableGlossary, type GlossaryEntry } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { Reading } from '../formats/format.ts'
import { readGlossaryFile, type GlossaryFile, type GlossaryInput } from '../formats/glossary-file.ts'
import type { ImportedPage } from '../formats/imported-page.ts'
import { readArticle, type ArticleInput } from '../formats/read-article.ts'
import type { CompileTask } from '../workflows/glossaries.ts'

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

/** A `PortableGlossary`, whose memory changes hands: whoever asked for it gets it without a pause. */
export function compile({ pieces, sourceLanguage, targetLanguage }: CompileTask): unknown {
  const entries = pieces.flatMap((piece) => JSON.parse(piece) as GlossaryEntry[])
  const { data, transfer } = compilePortableGlossary(
    entries,
    languageFor(sourceLanguage),
    languageFor(targetLanguage),
  )
  return move({ [valueSymbol]: data, [transferableSymbol]: transfer })
}

export interface AlignTask {
  readonly source: readonly ArticleBlock[]
  readonly target: readonly ArticleBlock[]
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly knownPairs: readonly KnownPair[]
  /** What the desk has learnt; without it, what the program brings along. */
  readonly model?: AlignmentModel
}

export const align = ({
  source,
  target,
  sourceLanguage,
  targetLanguage,
  ...options
}: AlignTask): AlignedArticle =>
  alignArticle(source, target, languageFor(sourceLanguage), languageFor(targetLanguage), options)

export interface LearnTask {
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly segments: readonly TaughtSegment[]
}

export function learn({ sourceLanguage, targetLanguage, segments }: LearnTask): AlignmentModel {
  const [from, to] = [languageFor(sourceLanguage), languageFor(targetLanguage)]
  // What the packs know of sentence ends holds where the program brings nothing along.
  const nothing = { ...emptyModel(from.tag, to.tag), breaks: { from: null, to: null } }
  return learnAlignment(defaultModel(from.tag, to.tag) ?? nothing, segments, from, to)
}

import { readFile } from 'node:fs/promises'
import { align } from '../engine/alignment/align.ts'
import { analyzeSegment } from '../engine/analyze.ts'
import type { DraftSegment } from '../engine/checks/draft-check.ts'
import { compileGlossary, type Glossary, type GlossaryEntry } from '../engine/glossary/glossary.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import { articleNames } from '../engine/names/article-names.ts'
import { slice, type Span } from '../engine/text/span.ts'
import { readGlossaryCsv } from '../formats/glossary-csv.ts'

export interface LanguagePair {
  readonly from: string
  readonly to: string
}

/** A segment of two files, and where its two texts begin in them. */
export interface FileSegment extends DraftSegment {
  readonly sourceStart: number
  readonly targetStart: number
}

export interface BilingualFiles {
  readonly source: string
  readonly target: string
  readonly segments: readonly FileSegment[]
}

/** Two files of plain text, aligned and analysed as one article. */
export async function readBilingualFiles(
  [sourceFile, targetFile]: readonly [string, string],
  { from, to }: LanguagePair,
  glossary: Glossary,
): Promise<BilingualFiles> {
  const [source, target] = await Promise.all([readFile(sourceFile, 'utf8'), readFile(targetFile, 'utf8')])
  const languages = { sourceLanguage: languageFor(from), targetLanguage: languageFor(to) }
  const beads = align(source, target, languages.sourceLanguage, languages.targetLanguage)
  const article = articleNames({
    sources: beads.flatMap((bead) => (bead.source ? [slice(source, bead.source)] : [])),
    ...languages,
  })
  let [sourceStart, targetStart] = [0, 0]
  const segments = beads.map((bead, id): FileSegment => {
    // What has no counterpart stands where the other side has come to.
    const places = {
      source: bead.source ?? emptyAt(sourceStart),
      target: bead.target ?? emptyAt(targetStart),
    }
    sourceStart = places.source.end
    targetStart = places.target.end
    const texts = { source: slice(source, places.source), target: slice(target, places.target) }
    return {
      ...analyzeSegment({ ...texts, ...languages, glossary, article }),
      id,
      sourceStart: places.source.start,
      targetStart: places.target.start,
    }
  })
  return { source, target, segments }
}

const emptyAt = (offset: number): Span => ({ start: offset, end: offset })

/** The glossary of a file, or an empty one. Rows with errors are told on standard error and left out. */
export async function readGlossary(file: string | undefined, { from, to }: LanguagePair): Promise<Glossary> {
  const entries = file === undefined ? [] : await entriesOf(file, from, to)
  return compileGlossary(entries, languageFor(from), languageFor(to))
}

async function entriesOf(file: string, from: string, to: string): Promise<readonly GlossaryEntry[]> {
  const { rows, errors } = readGlossaryCsv(await readFile(file, 'utf8'), { languages: [from, to] })
  for (const { line, code, column } of errors)
    process.stderr.write(`tukham: ${file}:${line}: ${code}${column ? ` (${column})` : ''}\n`)
  return rows.map(({ line, subject, terms, caseSensitive }) => ({
    conceptId: String(line),
    ...(subject === undefined ? {} : { subject }),
    terms: terms.map((term) => ({ ...term, caseSensitive })),
  }))
}

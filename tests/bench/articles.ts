import fs from 'node:fs'
import path from 'node:path'
import { align } from '../../src/engine/alignment/align.ts'
import { analyzeSegment } from '../../src/engine/analyze.ts'
import { runChecks, runDraftChecks } from '../../src/engine/checks/run-checks.ts'
import { compileGlossary, type GlossaryEntry } from '../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { articleNames } from '../../src/engine/names/article-names.ts'
import { sharedPath } from '../support/shared.ts'
import { cpuTime, goal, heading, median, quantile, table } from './harness.ts'
import { demoArticles, newsLines, plausibleTerms, type Tag } from './material.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')

/** What a desk does with an article, with 100,000 terms in force: a keystroke, the names, the alignment, the whole page. */
export function benchArticles(): void {
  const terms = { vi: plausibleTerms('vi', 100_000), th: plausibleTerms('th', 100_000) }
  const glossary = compileGlossary(
    terms.vi.map((vi, at): GlossaryEntry => {
      const term = (language: Tag, text: string) =>
        ({ language, text, status: 'preferred', caseSensitive: false }) as const
      return { conceptId: String(at), terms: [term('vi', vi), term('th', terms.th[at]!)] }
    }),
    sourceLanguage,
    targetLanguage,
  )
  const article = realPage() ?? demoArticles()[0]!
  const segments = align(article.vi, article.th, sourceLanguage, targetLanguage).map(
    ({ source, target }) => ({
      source: source ? article.vi.slice(source.start, source.end) : '',
      target: target ? article.th.slice(target.start, target.end) : '',
    }),
  )
  // The names of an article are worked out once, as a desk does.
  const sources = segments.map(({ source }) => source)
  const namesOf = () => articleNames({ sources, sourceLanguage, targetLanguage })
  const known = namesOf()
  const analyze = (source: string, target: string) =>
    analyzeSegment({ source, target, sourceLanguage, targetLanguage, glossary, article: known })

  const strokes: number[] = []
  for (let round = -2; round < 6; round++)
    for (const { source, target } of segments)
      for (let length = Math.max(0, target.length - 20); length < target.length; length++) {
        const started = cpuTime()
        runChecks(analyze(source, target.slice(0, length)))
        if (round >= 0) strokes.push(cpuTime() - started)
      }

  const names = warm(namesOf)
  const aligned = warm(() => align(article.vi, article.th, sourceLanguage, targetLanguage))
  const whole = warm(() => {
    const analyzed = segments.map(({ source, target }, id) => ({ id, ...analyze(source, target) }))
    for (const segment of analyzed) runChecks(segment)
    runDraftChecks(analyzed)
  })
  const long = { vi: manyLines('vi'), th: manyLines('th') }
  const started = cpuTime()
  align(long.vi, long.th, sourceLanguage, targetLanguage)
  const alignedLong = cpuTime() - started

  heading(
    `An article of ${segments.length} segments, ${article.vi.length} and ${article.th.length} units; 100,000 terms`,
  )
  table([
    { '': 'keystroke in one segment, p50', ms: quantile(strokes, 0.5) },
    { '': 'keystroke in one segment, p99', ms: quantile(strokes, 0.99) },
    { '': 'names of the article', ms: names },
    { '': 'aligning the article', ms: aligned },
    { '': 'aligning 1,300 lines', ms: alignedLong },
    { '': 'checking the whole page', ms: whole },
  ])
  console.log()
  goal('keystroke, p99 in ms', quantile(strokes, 0.99), 5, false)
  goal('aligning the article, ms', aligned, 50, false)
  goal('aligning 1,300 lines, ms', alignedLong, 3000, false)
  goal('checking the whole page, ms', whole, 60, false)
}

/** The median of nine, after three that do not count. */
function warm(work: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const started = cpuTime()
    work()
    return cpuTime() - started
  })
  return median(times.slice(3))
}

function manyLines(tag: Tag): string {
  const lines = newsLines(tag)
  return Array.from({ length: 1300 }, (_, at) => lines[at % lines.length]!).join('\n')
}

/** The page that the shared folder lends, where it is. */
function realPage(): Readonly<Record<Tag, string>> | null {
  const folder = sharedPath && path.join(sharedPath, 'seed')
  if (!folder || !fs.existsSync(path.join(folder, 'phu-tho.vi.txt'))) return null
  const read = (tag: Tag) => fs.readFileSync(path.join(folder, `phu-tho.${tag}.txt`), 'utf8')
  return { vi: read('vi'), th: read('th') }
}

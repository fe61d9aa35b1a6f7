import { findAllTerms } from '../../src/engine/glossary/find-terms.ts'
import type { GlossaryEntry } from '../../src/engine/glossary/glossary.ts'
import { compileTermIndex, type TermIndex } from '../../src/engine/glossary/term-index.ts'
import { hitList, scanTokens } from '../../src/engine/glossary/token-table.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { matchersFromNpm } from './aho-corasick.ts'
import { searchPrograms, timesOf } from './search-programs.ts'
import { goal, heading, interleaved, median, table } from './harness.ts'
import { denseTerms, plausibleTerms, segmentsWith, type Tag } from './material.ts'

/** Terms of a glossary in a few thousand segments of news: whole words, capitals folded, hits compared, positions out. */
export function benchTermMatching(): void {
  const matchers = matchersFromNpm()
  for (const tag of ['vi', 'th'] as const)
    for (const count of [10_000, 100_000]) {
      const terms = plausibleTerms(tag, count)
      compare(tag, terms, segmentsWith(terms, tag, 3_000), matchers, tag === 'vi' ? 2.5 : 2)
    }
  for (const tag of ['vi', 'th'] as const) {
    const segments = segmentsWith(plausibleTerms(tag, 10_000), tag, 3_000)
    compare(tag, denseTerms(tag, 10_000, segments), segments, matchers, null)
  }
}

function compare(
  tag: Tag,
  terms: readonly string[],
  given: readonly string[],
  matchers: ReturnType<typeof matchersFromNpm>,
  wanted: number | null,
): void {
  const language = languageFor(tag)
  const texts = given.map((text) => language.normalize(text))
  const plain = texts.map(({ text }) => text)
  const small = plain.map((text) => text.toLowerCase())
  const units = plain.reduce((sum, text) => sum + text.length, 0)
  const bytes = plain.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const index = indexOf(terms, tag)
  const hits = hitList()
  const results: Record<string, number> = {}
  const run = (name: string, search: (at: number) => number) => () => {
    let found = 0
    for (let at = 0; at < plain.length; at++) found += search(at)
    results[name] = found
    return found
  }

  const contenders: Record<string, () => unknown> = {}
  const ours = 'Tukham: places'
  contenders[ours] = run(ours, (at) => {
    scanTokens(index.terms.table, plain[at]!, language.isBoundary, hits)
    return hits.count
  })
  contenders['Tukham: findAllTerms'] = run(
    'Tukham: findAllTerms',
    (at) => findAllTerms(index, texts[at]!).length,
  )
  const patterns = [...new Set(terms.map((term) => language.normalize(term).text.toLowerCase()))]
  for (const [name, { build, most }] of Object.entries(matchers)) {
    if (patterns.length > most) continue
    const search = build(patterns)
    contenders[name] = run(name, (at) => search(small[at]!))
    if (most < Infinity) continue
    const batches = Array.from({ length: Math.ceil(small.length / 100) }, (_, at) =>
      small.slice(100 * at, 100 * at + 100).join('\n'),
    )
    contenders[`${name}, 100 segments a call`] = () => batches.reduce((sum, text) => sum + search(text), 0)
  }
  const times = Object.fromEntries(
    Object.entries(interleaved(contenders)).map(([name, all]) => [name, median(all)]),
  )
  for (const program of searchPrograms) times[program.name] = timesOf(program, patterns, small)
  const own = times[ours]!

  const perSegment = results[ours]! / plain.length
  heading(
    `${terms.length} ${tag} terms, ${wanted === null ? 'word groups of the text itself' : 'mostly absent'} (${perSegment.toFixed(2)} in a segment of ${Math.round(units / plain.length)})`,
  )
  table(
    Object.entries(times).map(([name, ms]) => ({
      '': name,
      'M units/s': Number.isNaN(ms) ? 'not installed' : units / ms / 1000,
      'MB/s': Number.isNaN(ms) ? '' : bytes / ms / 1000,
      'Tukham is faster by': Number.isNaN(ms) ? '' : ms / own,
    })),
  )
  if (wanted === null) return
  const rust = times['npm: Rust aho-corasick']
  if (rust !== undefined)
    goal(`${tag}, ${terms.length} terms, times the fastest npm package`, rust / own, wanted, true)
  const ripgrep = times['ripgrep -F -f']!
  if (!Number.isNaN(ripgrep)) goal(`${tag}, ${terms.length} terms, times ripgrep`, ripgrep / own, 2.5, true)
}

export const entriesOf = (terms: readonly string[], tag: Tag): readonly GlossaryEntry[] =>
  terms.map((text, at) => ({
    conceptId: String(at),
    terms: [{ language: tag, text, status: 'preferred', caseSensitive: false }],
  }))

const indexOf = (terms: readonly string[], tag: Tag): TermIndex =>
  compileTermIndex(entriesOf(terms, tag), languageFor(tag))

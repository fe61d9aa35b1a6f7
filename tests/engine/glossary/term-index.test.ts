import { MessageChannel } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAllTerms } from '../../../src/engine/glossary/find-terms.ts'
import type { GlossaryEntry, GlossaryTerm } from '../../../src/engine/glossary/glossary.ts'
import {
  compileTermIndex,
  reviveTermIndex,
  serializeTermIndex,
  withEdits,
  type PortableTermIndex,
  type TermIndex,
} from '../../../src/engine/glossary/term-index.ts'
import { hitList, scanTokens } from '../../../src/engine/glossary/token-table.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import type { Language } from '../../../src/engine/languages/language.ts'

const vi = languageFor('vi')
const th = languageFor('th')

const entry = (
  conceptId: string,
  language: string,
  texts: readonly Partial<GlossaryTerm>[],
): GlossaryEntry => ({
  conceptId,
  terms: texts.map((term) => ({ language, text: '', status: 'preferred', caseSensitive: false, ...term })),
})

/** What was found, for comparing: place, concept, term and status of each. */
const found = (index: TermIndex, text: string): readonly string[] =>
  findAllTerms(index, index.language.normalize(text)).flatMap(({ span, terms }) =>
    terms.map((term) =>
      [span.start, span.end, term.conceptId, term.text, term.status, term.caseSensitive].join(' '),
    ),
  )

/** Every term tried at every place, as the rules in `TermIndex` are written. */
function foundPlainly(
  entries: readonly GlossaryEntry[],
  language: Language,
  given: string,
): readonly string[] {
  const text = language.normalize(given)
  const occurrences: { start: number; end: number; order: number; line: string }[] = []
  entries.forEach(({ conceptId, terms }, order) => {
    for (const term of terms) {
      const whole = language.normalize(term.text).text.trim().replace(/\s+/g, ' ')
      if (whole === '') continue
      const welcome = term.status === 'preferred' || term.status === 'admitted'
      for (const key of welcome && /\Sฯ$/.test(whole) ? [whole, whole.slice(0, -1)] : [whole]) {
        for (let start = 0; start < text.text.length; start++) {
          const end = endAt(fold(key), fold(text.text), start)
          if (end === null || !language.isBoundary(text.text, start) || !language.isBoundary(text.text, end))
            continue
          const written = text.text.slice(start, end)
          const asIs = language.isNameInSmallLetters?.(text.text, { start, end }) === true
          if (!showsCapitals(key, whole, written, term.caseSensitive) && !(asIs && !term.caseSensitive))
            continue
          const span = text.toOriginal({ start, end })
          const line = [span.start, span.end, conceptId, whole, term.status, term.caseSensitive].join(' ')
          occurrences.push({ start, end, order, line })
        }
      }
    }
  })
  return occurrences
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)
    .map(({ line }) => line)
}

const fold = (text: string): string =>
  Array.from(text, (unit) => unit.toLowerCase().replace(/\s/, ' ')).join('')

function endAt(key: string, text: string, start: number): number | null {
  let at = start
  for (let i = 0; i < key.length; i++) {
    if (text[at] !== key[i]) return null
    at++
    if (key[i] === ' ') while (text[at] === ' ') at++
  }
  return at
}

function showsCapitals(key: string, whole: string, written: string, caseSensitive: boolean): boolean {
  const isCapital = (letter = '') => letter !== letter.toLowerCase()
  const capitals = [...key].flatMap((letter, at) => (isCapital(letter) ? [at] : []))
  const isHeadword = capitals.length === 1 && capitals[0] === 0 && whole.includes(' ')
  if (capitals.length === 0 || (isHeadword && !caseSensitive)) return true
  const letters = [...written.replace(/\s+/g, ' ')]
  return caseSensitive
    ? capitals.every((at) => isCapital(letters[at]))
    : capitals.some((at) => isCapital(letters[at]))
}

/** Few pieces, so that terms are found, touch, overlap and miss each other by a little. */
const pieces = {
  vi: [
    'a',
    'A',
    'á',
    'b',
    'hoà',
    'Hòa',
    'ng',
    ' ',
    '  ',
    '\u00a0',
    '-',
    '.',
    '1',
    '\u0301',
    '😀',
    'ก',
    '\u200b',
  ],
  th: ['ก', 'กา', 'ไ', 'ั', 'ี่', '์', 'ม', 'ำ', 'ํา', 'ๆ', 'ฯ', ' ', '  ', 'A', 'a', '1', '.', '\u200b', '😀'],
}
const textOf = (tag: 'vi' | 'th', length: number) =>
  fc.array(fc.constantFrom(...pieces[tag]), { maxLength: length }).map((parts) => parts.join(''))
const termOf = (tag: 'vi' | 'th') =>
  fc.record({
    text: textOf(tag, 5),
    status: fc.constantFrom('preferred', 'admitted', 'deprecated', 'superseded') satisfies fc.Arbitrary<
      GlossaryTerm['status']
    >,
    caseSensitive: fc.boolean(),
  })
/** Ids of one length in the order of the entries, as a database gives them. */
const entriesOf = (tag: 'vi' | 'th') =>
  fc
    .array(fc.array(termOf(tag), { maxLength: 2 }), { maxLength: 8 })
    .map((all) => all.map((terms, at) => entry(String(at + 10), tag, terms)))

describe.each(['vi', 'th'] as const)('in %s', (tag) => {
  const language = languageFor(tag)

  test('what is found is what a search for one term after another finds', () => {
    fc.assert(
      fc.property(entriesOf(tag), textOf(tag, 30), (entries, text) => {
        expect(found(compileTermIndex(entries, language), text)).toEqual(
          foundPlainly(entries, language, text),
        )
      }),
      { numRuns: 400 },
    )
  })

  test('edits laid over an index find what an index compiled anew finds', () => {
    const edit = fc.record({ removed: fc.subarray(['10', '12', '13']), changed: fc.subarray([0, 1, 4]) })
    fc.assert(
      fc.property(
        entriesOf(tag),
        fc.array(fc.tuple(edit, entriesOf(tag)), { minLength: 1, maxLength: 3 }),
        textOf(tag, 30),
        (entries, edits, text) => {
          let index = compileTermIndex(entries, language)
          let now = new Map(entries.map((each) => [each.conceptId, each]))
          for (const [{ removed, changed }, made] of edits) {
            const versions = changed.flatMap((at) => made[at] ?? [])
            index = withEdits(index, { removedConceptIds: removed, entries: versions })
            removed.forEach((id) => now.delete(id))
            versions.forEach((each) => now.set(each.conceptId, each))
          }
          now = new Map([...now].sort(([a], [b]) => (a < b ? -1 : 1)))
          expect(found(index, text)).toEqual(found(compileTermIndex([...now.values()], language), text))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('an index that came from another thread finds the same', async () => {
    const entries = [
      entry('1', tag, [{ text: 'Hòa ก' }, { text: 'กา' }]),
      entry('22', tag, [{ text: 'a-1' }]),
    ]
    const index = withEdits(compileTermIndex(entries, language), {
      removedConceptIds: [],
      entries: [entry('3', tag, [{ text: 'b' }])],
    })
    const text = 'Hoà  ก กา a-1 b'
    const before = found(index, text)
    const { data, transfer } = serializeTermIndex(index)
    const { port1, port2 } = new MessageChannel()
    const arrived = new Promise<PortableTermIndex['data']>((resolve) => port2.once('message', resolve))
    port1.postMessage(data, [...transfer])
    const revived = reviveTermIndex(await arrived, language)
    port1.close()
    expect(before.length).toBeGreaterThan(2)
    expect(found(revived, text)).toEqual(before)
  })

  test('nothing that cannot end between two letters alone can end between them in a text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...pieces[tag].join('')),
      fc.integer({ min: 32, max: 0xffff }).map((code) => String.fromCharCode(code)),
    )
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 8 }), (units) => {
        const text = units.join('')
        for (let at = 1; at < text.length; at++)
          if (!language.isBoundary(text.slice(at - 1, at + 1), 1))
            expect(language.isBoundary(text, at)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

test('terms of one spelling are all found, by their concepts', () => {
  const entries = ['9', '10', '8'].map((id) => entry(id, 'vi', [{ text: 'nhập khẩu' }]))
  const [match] = findAllTerms(compileTermIndex(entries, vi), vi.normalize('nhập khẩu'))
  expect(match?.terms.map(({ conceptId }) => conceptId)).toEqual(['8', '9', '10'])
})

describe('the work for a hostile text grows no faster than the text', () => {
  const nested = Array.from({ length: 30 }, (_, at) => ({ text: 'a '.repeat(at + 1) }))
  const entries = (tag: string) => [
    entry('1', tag, [
      ...nested,
      { text: 'กา'.repeat(30) },
      { text: 'a' + '\u0301'.repeat(20) },
      { text: 'a b' },
    ]),
  ]
  const work = (index: TermIndex, text: string): number => {
    const hits = hitList()
    scanTokens(index.terms.table, text, () => true, hits)
    return hits.steps
  }
  test.each(['a', 'a ', ' ', 'a' + ' '.repeat(50), 'กา', 'กาa', '\u0301', 'x', '😀'])(
    '%j, over and over',
    (piece) => {
      for (const language of [vi, th]) {
        const index = compileTermIndex(entries(language.tag), language)
        const [short, long] = [2_000, 16_000].map((length) => piece.repeat(length / piece.length)) as [
          string,
          string,
        ]
        expect(work(index, long)).toBeLessThanOrEqual(9 * work(index, short) + 150_000)
        expect(work(index, long)).toBeLessThanOrEqual(2_000 * long.length)
      }
    },
  )
})

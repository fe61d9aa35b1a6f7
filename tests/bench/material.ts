import fs from 'node:fs'
import path from 'node:path'
import { thaiWords } from '../../src/engine/languages/th/words.ts'
import thaiList from '../../src/engine/languages/th/words.json' with { type: 'json' }
import { unpackWords } from '../../src/engine/text/word-list.ts'
import { spacedWords } from '../../src/engine/text/word-edges.ts'
import { projectRoot } from '../../src/project-root.ts'
import { sharedPath } from '../support/shared.ts'

/** What the figures are measured on: made here, the same at every run, except that real news is used where the shared sets are. */

export type Tag = 'vi' | 'th'

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(items: readonly T[], random: () => number): T =>
  items[Math.floor(random() * items.length)]!

/** The articles of the demo desk, each with both its texts. */
export function demoArticles(): readonly Record<Tag, string>[] {
  const folder = path.join(projectRoot, 'src/demo/articles')
  const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
  const translated = fs.readdirSync(folder).filter((file) => file.endsWith('.th.txt'))
  return translated.sort().map((file) => ({ vi: read(file.replace('.th.', '.vi.')), th: read(file) }))
}

/** Lines of news: the shared sets' where they are, else the demo's. */
export function newsLines(tag: Tag): readonly string[] {
  const shared = sharedPath && path.join(sharedPath, 'eval/dev/docs/ntrex-long/all', `${tag}.txt`)
  const texts =
    shared && fs.existsSync(shared)
      ? [fs.readFileSync(shared, 'utf8')]
      : demoArticles().map((one) => one[tag])
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '')
}

/** Names of countries, languages, scripts and currencies as the Unicode CLDR has them, in both languages. */
function cldrNames(): readonly Record<Tag, string>[] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  const pairs = letters.flatMap((a) => letters.map((b) => a + b))
  const codes = [
    ['region', pairs],
    ['language', pairs.map((pair) => pair.toLowerCase())],
    ['currency', Intl.supportedValuesOf('currency')],
  ] as const
  return codes.flatMap(([type, list]) => {
    const [vi, th] = (['vi', 'th'] as const).map(
      (tag) => new Intl.DisplayNames(tag, { type, fallback: 'none' }),
    )
    return list.flatMap((code) => {
      const [a, b] = [vi!.of(code), th!.of(code)]
      return a !== undefined && b !== undefined ? [{ vi: a, th: b }] : []
    })
  })
}

/** A glossary of a desk: names of the CLDR, of people and places, and compounds that are mostly absent from a given text. */
export function plausibleTerms(tag: Tag, count: number): readonly string[] {
  const random = seeded(count)
  const terms = new Set(cldrNames().map((name) => name[tag]))
  const make = tag === 'vi' ? vietnameseTerms() : thaiTerms()
  while (terms.size < count) terms.add(make(random))
  return [...terms].slice(0, count)
}

/** A bad case: a seventh of the word groups of the very text that is searched. */
export function denseTerms(tag: Tag, count: number, segments: readonly string[]): readonly string[] {
  const random = seeded(11)
  const terms = new Set<string>()
  for (const longest of [2, 3, 4])
    for (const segment of segments) {
      const words = tag === 'vi' ? spacedWords(segment) : thaiWords(segment)
      for (let at = 0; at + longest <= words.length && terms.size < count; at++)
        if (random() < 1 / 7) terms.add(segment.slice(words[at]!.start, words[at + longest - 1]!.end))
    }
  return [...terms]
}

/** Lines of news, no two the same, with a term in half of them. */
export function segmentsWith(terms: readonly string[], tag: Tag, count: number): readonly string[] {
  const random = seeded(7)
  const lines = newsLines(tag)
  const space = tag === 'vi' ? ' ' : ''
  return Array.from({ length: count }, () => {
    const [line, other] = [pick(lines, random), pick(lines, random)]
    const words = line.split(' ')
    const at = Math.floor(random() * words.length)
    const joint = random() < 0.5 ? `${space}${pick(terms, random)}${space}` : ' '
    return words.slice(0, at).join(' ') + joint + other.split(' ').slice(at).join(' ')
  })
}

function vietnameseTerms(): (random: () => number) => string {
  const surnames = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ')
  const middles = 'Văn Thị Hữu Đức Minh Quốc Thanh Ngọc Xuân Thành Công Đình'.split(' ')
  const kinds = 'xã phường huyện tỉnh sông núi chùa đền cầu sở ban hội'.split(' ')
  const syllables = [
    ...new Set(
      newsLines('vi').flatMap((line) => spacedWords(line).map(({ start, end }) => line.slice(start, end))),
    ),
  ].filter((syllable) => /^\p{L}{2,}$/u.test(syllable))
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return (random) => {
    const syllable = () => pick(syllables, random).toLowerCase()
    const name = () => capital(syllable())
    const which = random()
    if (which < 0.3) return [pick(surnames, random), pick(middles, random), name()].join(' ')
    if (which < 0.5) return [pick(kinds, random), name(), name()].join(' ')
    return Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(' ')
  }
}

function thaiTerms(): (random: () => number) => string {
  const kinds = 'จังหวัด อำเภอ ตำบล แม่น้ำ ภูเขา วัด สะพาน กรม กระทรวง สมาคม'.split(' ')
  const initials = 'ก ข ค ง จ ช ซ ด ต ถ ท น บ ป ผ พ ฟ ม ย ร ล ว ส ห อ'.split(' ')
  const rhymes = 'า าง าน ัน ัง ิน ิ่ง ี้ ู ุก ่อ เ'.split(' ')
  const words = unpackWords(thaiList.words).filter((word) => word.length > 3 && !word.includes(' '))
  const syllable = (random: () => number) => {
    const rhyme = pick(rhymes, random)
    return rhyme === 'เ' ? `เ${pick(initials, random)}ิน` : pick(initials, random) + rhyme
  }
  return (random) => {
    const name = () => syllable(random) + syllable(random)
    const which = random()
    if (which < 0.3) return `${name()} ${name()}`
    if (which < 0.5) return pick(kinds, random) + name() + syllable(random)
    return pick(words, random) + pick(words, random)
  }
}

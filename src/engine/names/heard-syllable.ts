import { readSyllable } from '../transliteration/vietnamese-to-thai/read-syllable.ts'

/** A Vietnamese syllable as it is heard in Hanoi: one name for each sound, however it is spelled. */
export interface HeardSyllable {
  /** `k` also for c and q, `ng` also for ngh; empty before a vowel. */
  readonly initial: string
  /** A /w/ glides between initial and vowel: oa, uy, qu. */
  readonly medial: boolean
  /** `iê` also for ia and yê, `ă` also in ay and au. */
  readonly nucleus: string
  /** Last consonant, or a glide `y` or `w`; empty for an open syllable. */
  readonly final: string
  readonly tone: HeardTone
}

/** Hỏi and ngã are one tone in Thai ears and in the rules of transliteration. */
export type HeardTone = 'ngang' | 'huyền' | 'hỏi' | 'sắc' | 'nặng'

/** Null when the word is not spelled as Vietnamese; the k that minority languages write everywhere is c (Kon Tum). */
export function hearSyllable(written: string): HeardSyllable | null {
  const read = readSyllable(written) ?? readSyllable(written.replace(/^k(?=[aou])/i, 'c'))
  if (!read) return null
  const [nucleus = read.vowel, glide = '', medial = false] = VOWELS[read.vowel] ?? []
  return {
    initial: INITIALS[read.initialRow] ?? read.initialRow,
    medial: medial || read.glide !== '',
    // giếng is gi and iê, written with one i.
    nucleus: read.initialRow === 'gi' && read.vowel === 'ê' && read.final !== '' ? 'iê' : nucleus,
    final: glide || (read.final === 'k' ? 'c' : read.final),
    tone: read.tone === 'ngã' ? 'hỏi' : read.tone,
  }
}

const INITIALS: Readonly<Record<string, string>> = { c: 'k', q: 'k', ngh: 'ng', gh: 'g' }

/** Vowels that are not one letter for one sound: nucleus, glide after it, /w/ before it. */
const VOWELS: Readonly<Record<string, readonly [nucleus: string, glide?: 'y' | 'w' | '', medial?: boolean]>> =
  {
    ...{ oo: ['o'], ôô: ['ô'], ia: ['iê'], ua: ['uô'], uơ: ['uô'], uâ: ['â', '', true], ưa: ['ươ'] },
    ...{ ai: ['a', 'y'], ay: ['ă', 'y'], ây: ['â', 'y'], oi: ['o', 'y'], ôi: ['ô', 'y'], ơi: ['ơ', 'y'] },
    ...{ ui: ['u', 'y'], ưi: ['ư', 'y'], uôi: ['uô', 'y'], ươi: ['ươ', 'y'] },
    ...{ ao: ['a', 'w'], au: ['ă', 'w'], âu: ['â', 'w'], eo: ['e', 'w'], êu: ['ê', 'w'], iu: ['i', 'w'] },
    ...{ iêu: ['iê', 'w'], ưu: ['ư', 'w'], ươu: ['ươ', 'w'] },
  }

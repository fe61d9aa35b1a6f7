/**
 * Syllables in which i and y are two ways to write one word, nearly all Sino-Vietnamese: Quyết định 240/QĐ (1984) writes i after a consonant,
 * dictionaries before it and newspapers since mostly y. Each is folded to the newspapers' form. Not here are pairs that are different
 * words or names, such as `tí` and `tý`, `vi` and `vy`, `thi` and `thy`; a rhyme with another vowel (`tai`, `tay`; `thúi`, `thúy`)
 * always makes two words. Without a tone only small letters count, because foreign names have such syllables (Li, Hi-tech).
 */
const SPELT_WITH_Y = 'hi hỉ kì kí kỉ kĩ kị li lí lị mĩ quí quì quỉ quĩ quị ti tỉ tị'
const SPELT_WITH_I = 'mỳ sỹ vỹ'

/** The other spelling of a syllable where newspapers prefer it, in the same letter case; any other syllable as it is. */
export const withUsualIOrY = (syllable: string): string => {
  const small = syllable.toLowerCase()
  const usual = USUAL.get(small)
  if (usual === undefined || (/i$/.test(small) && small !== syllable)) return syllable
  const last = usual.at(-1)!
  const isCapital = syllable.length > 1 && syllable === syllable.toUpperCase()
  return syllable.slice(0, -1) + (isCapital ? last.toUpperCase() : last)
}

const exchange = (from: string, to: string) => (syllable: string) =>
  [syllable, syllable.normalize('NFD').replace(from, to).normalize('NFC')] as const

const USUAL: ReadonlyMap<string, string> = new Map([
  ...SPELT_WITH_Y.split(' ').map(exchange('i', 'y')),
  ...SPELT_WITH_I.split(' ').map(exchange('y', 'i')),
])

/**
 * Vowels and finals of the Royal Society's table (rules for Vietnamese, 2012). A shape shows where the initial stands with a hyphen, as
 * Thai grammars do: เ-า. The short shapes go with the tone nặng and before the finals of `shortBefore`.
 */
export interface Vowel {
  readonly long: Shapes
  readonly short: Shapes
  /** Finals that the spelling allows, `''` for none. */
  readonly finals: readonly string[]
  /** Finals before which the vowel is short under every tone. */
  readonly shortBefore: readonly string[]
  /** The rime ends in /j/ or /w/, which makes the syllable live. */
  readonly endsInGlide: boolean
  /** Spelling of a /w/ that may stand before it; after q every vowel that has one may stand, and those marked `q`. */
  readonly glide: 'o' | 'u' | 'q' | null
}

interface Shapes {
  readonly open: string
  readonly closed: string
  /** Where the closed shape would hide the vowel beside ว: Quốc โกว๊ก. */
  readonly closedAfterGlide?: string
}

const words = (list: string): readonly string[] => list.split(' ').map((word) => (word === '–' ? '' : word))

function vowel(
  long: Shapes,
  short: Shapes,
  finals: string,
  glide: Vowel['glide'] = null,
  shortBefore = '',
): Vowel {
  const before = shortBefore === '' ? [] : words(shortBefore)
  return { long, short, finals: words(finals), shortBefore: before, endsInGlide: false, glide }
}

const glided = (long: string, short: string, glide: Vowel['glide'] = null): Vowel => ({
  ...vowel({ open: long, closed: long }, { open: short, closed: short }, '–', glide),
  endsInGlide: true,
})

const shapes = (open: string, closed: string): Shapes => ({ open, closed })
const same = (shape: string): Shapes => shapes(shape, shape)

/** Keys are spellings after the initial and /w/, with i for every y that is a vowel. */
export const vowels: Readonly<Record<string, Vowel>> = {
  a: vowel(same('-า'), shapes('-ะ', '-ั'), '– c ch m n ng nh p t', 'o', 'nh'),
  ă: vowel(same('-ั'), same('-ั'), 'c m n ng p t', 'o', 'c m n ng p t'),
  â: vowel(same('เ-ิ'), same('เ-ิ'), 'c m n ng p t', 'q'),
  ơ: vowel(shapes('เ-อ', 'เ-ิ'), shapes('เ-อะ', 'เ-ิ'), '– m n p t', 'q'),
  e: vowel(same('แ-'), shapes('แ-ะ', 'แ-็'), '– c m n ng p t', 'o'),
  ê: vowel(same('เ-'), shapes('เ-ะ', 'เ-็'), '– c ch m n ng nh p t', 'u', 'c ch ng nh'),
  i: vowel(same('-ี'), same('-ิ'), '– c ch m n nh p t', 'u', 'c ch nh'),
  o: vowel(same('-อ'), shapes('เ-าะ', '-็อ'), '– c m n ng p t', 'q', 'c ng'),
  oo: vowel(same('-อ'), shapes('เ-าะ', '-็อ'), 'c n ng'),
  ô: vowel(same('โ-'), { open: 'โ-ะ', closed: '-', closedAfterGlide: 'โ-' }, '– c m n ng p t', 'q', 'c ng'),
  ôô: vowel(same('โ-'), shapes('โ-ะ', '-'), 'c ng'),
  u: vowel(same('-ู'), same('-ุ'), '– c m n ng p t', null, 'c ng'),
  ư: vowel(shapes('-ือ', '-ื'), same('-ึ'), '– c m n ng p t', null, 'c ng'),

  ia: vowel(same('เ-ีย'), same('เ-ียะ'), '–', 'u'),
  iê: vowel(same('เ-ีย'), same('เ-ีย'), 'c m n ng p t', 'u'),
  ua: vowel(same('-ัว'), same('-ัวะ'), '–'),
  uơ: vowel(same('-ัว'), same('-ัวะ'), '–'),
  uô: vowel(same('-ว'), same('-็ว'), 'c m n ng p t'),
  uâ: vowel(same('-ว'), same('-็ว'), 'm n ng p t'),
  ưa: vowel(same('เ-ือ'), same('เ-ือะ'), '–'),
  ươ: vowel(same('เ-ือ'), same('เ-ือ'), 'c m n ng p t'),

  ai: glided('-าย', '-ัย', 'o'),
  ay: glided('-ัย', '-ัย', 'o'),
  ây: glided('เ-็ย', 'เ-็ย', 'u'),
  oi: glided('-อย', '-็อย', 'q'),
  ôi: glided('โ-ย', 'โ-ย', 'q'),
  ơi: glided('เ-ย', 'เ-ย', 'q'),
  ui: glided('-ูย', '-ุย'),
  ưi: glided('-ืย', '-ึย'),
  uôi: glided('-วย', '-็วย'),
  ươi: glided('เ-ือย', 'เ-ือย'),
  ao: glided('-าว', 'เ-า', 'o'),
  au: glided('เ-า', 'เ-า', 'q'),
  âu: glided('เ-ิว', 'เ-ิว', 'q'),
  eo: glided('แ-ว', 'แ-็ว', 'o'),
  êu: glided('เ-ว', 'เ-็ว', 'u'),
  iu: glided('-ีว', '-ิว', 'u'),
  iêu: glided('เ-ียว', 'เ-ียว'),
  ưu: glided('-ืว', '-ึว'),
  ươu: glided('เ-ือว', 'เ-ือว'),
}

/** Final ต, ป and ญ where older transcriptions write ด, บ and น. The k is that of minority languages (Đắk, Lắk). */
export const finals: Readonly<Record<string, string>> = {
  ...{ '': '', c: 'ก', ch: 'ก', k: 'ก', t: 'ต', p: 'ป' },
  ...{ m: 'ม', n: 'น', ng: 'ง', nh: 'ญ' },
}

const stops = new Set(['c', 'ch', 'k', 'p', 't'])

export const isStop = (final: string): boolean => stops.has(final)

export function shapeOf(vowel: Vowel, isShort: boolean, isClosed: boolean, hasGlide: boolean): string {
  const shapes = isShort ? vowel.short : vowel.long
  if (!isClosed) return shapes.open
  return hasGlide ? (shapes.closedAfterGlide ?? shapes.closed) : shapes.closed
}

import { foldVietnamese } from './spelling.ts'
import { toNfc } from '../../text/to-nfc.ts'

/**
 * The consonants of a name in Latin letters as coarse classes of sound (see `Language.consonants`). A word that could be a Vietnamese
 * syllable is read as one (`tr` is an affricate, `d` and `gi` are sibilants); any other is read the way most European languages are.
 */
export function vietnameseConsonants(name: string): string {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => {
      const plain = foldVietnamese(toNfc(word).replace(/[đĐ]/g, 't')).toLowerCase()
      return collapse(transcribe(plain, SYLLABLE.test(plain) ? inSyllable : elsewhere))
    })
    .join('')
}

const SYLLABLE = /^(?:ngh?|[cgknpt]h|tr|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

/** Spellings and their classes, longest first; what is not here is a vowel or silent. */
const elsewhere: Readonly<Record<string, string>> = {
  sch: 'c',
  tch: 'c',
  ...{ sh: 'c', ch: 'c', ph: 'f', ck: 'k', kh: 'k', gh: 'k', qu: 'k', th: 't', ng: 'g' },
  ...{ ce: 's', ci: 's', cy: 's', ge: 'c', gi: 'c', gy: 'c' },
  ...{ b: 'p', c: 'k', d: 't', f: 'f', g: 'k', j: 'c', k: 'k', l: 'r', m: 'm', n: 'n', p: 'p' },
  ...{ q: 'k', r: 'r', s: 's', t: 't', v: 'w', w: 'w', x: 'ks', z: 's' },
}

const inSyllable: Readonly<Record<string, string>> = {
  ...{ ngh: 'g', tr: 'c', gi: 's' },
  ...elsewhere,
  ...{ ch: 'c', d: 's', x: 's', gi: 's' },
}

const SPELLING = /ngh|sch|tch|tr|sh|ch|ph|ck|kh|gh|qu|th|ng|c[eiy]|g[eiy]|[bcdfgj-np-tv-xz]/g

function transcribe(word: string, classes: Readonly<Record<string, string>>): string {
  return (word.match(SPELLING) ?? [])
    .map((spelling) => classes[spelling] ?? [...spelling].map((letter) => classes[letter] ?? '').join(''))
    .join('')
}

const collapse = (classes: string): string => classes.replace(/(.)\1+/g, '$1')

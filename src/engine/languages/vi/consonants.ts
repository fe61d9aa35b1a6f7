import { foldVietnamese } from './spelling.ts'

/**
 * The consonants of a name in Latin letters as coarse classes of sound (see `Language.consonants`). A word that could be a Vietnamese
 * syllable is read as one (`tr` is an affricate, `d` and `gi` are sibilants); any other is read the way most European languages are.
 */
export function vietnameseConsonants(name: string): string {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => {
      const plain = foldVietnamese(word.normalize('NFC').replace(/[đĐ]/g, 't')).toLowerCase()
      return collapse(transcribe(plain, SYLLABLE.test(plain) ? inSyllable : elsewhere))
    })
    .join('')
}

const SYLLABLE = /^(?:ngh?|[cgknpt]h|tr|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^(?:sch|sh|ch|tch)/, 'c'],
  [/^(?:ph|f)/, 'f'],
  [/^(?:ck|kh|gh|qu|k|q)/, 'k'],
  [/^(?:th|d|t)/, 't'],
  [/^ng/, 'g'],
  [/^c(?=[eiy])/, 's'],
  [/^c/, 'k'],
  [/^g(?=[eiy])/, 'c'],
  [/^g/, 'k'],
  [/^j/, 'c'],
  [/^x/, 'ks'],
  [/^[sz]/, 's'],
  [/^[bp]/, 'p'],
  [/^[lr]/, 'r'],
  [/^[vw]/, 'w'],
  [/^m/, 'm'],
  [/^n/, 'n'],
]

const inSyllable: readonly (readonly [RegExp, string])[] = [
  [/^(?:tr|ch)/, 'c'],
  [/^(?:gi(?=[aeou])|d|x)/, 's'],
  [/^ngh/, 'g'],
  ...elsewhere,
]

function transcribe(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  let rest = word
  let classes = ''
  while (rest !== '') {
    const rule = rules.find(([pattern]) => pattern.test(rest))
    classes += rule?.[1] ?? ''
    rest = rest.slice(rule?.[0].exec(rest)?.[0].length || 1)
  }
  return classes
}

const collapse = (classes: string): string => classes.replace(/(.)\1+/g, '$1')

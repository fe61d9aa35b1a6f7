import type { HeardSyllable, HeardTone } from './heard-syllable.ts'
import type { ThaiOnset, ThaiRime } from './thai-sounds.ts'
import type { ThaiTone } from './thai-syllables.ts'

/**
 * What each slot of a syllable costs. Set by hand from how Thai writers and machines spell Vietnamese names: by ear, by the rules before
 * 2012, and above all by reading the letters without their marks as English ones.
 */
export const WEIGHTS = { initial: 0.36, medial: 0.08, vowel: 0.32, final: 0.18, tone: 0.06 }

/** Initials that the /w/ after them may be written without: Oanh วัญ, Huế เว้, Nguyễn เหวียน. */
const LOST_BEFORE_W: Costs = { '': 0, h: 0.25, ng: 0.3 }

export const lostBeforeW = ({ initial, medial }: HeardSyllable): number =>
  medial ? lookUp(LOST_BEFORE_W, initial) : 1

type Costs = Readonly<Record<string, number>>

const lookUp = (costs: Costs | undefined, sound: string): number => costs?.[sound] ?? 1

/** Initials, with the Thai sounds that stand for each. The first is the rule's; a cluster is spelled out (tr ตร, thr ทร). */
const INITIALS: Readonly<Record<string, Costs>> = {
  '': { '': 0, y: 0.3, ng: 0.6, h: 0.6 },
  b: { b: 0, p: 0.4, ph: 0.6 },
  // Hard c reads as English c or ch.
  k: { k: 0, kh: 0.25, ch: 0.5 },
  g: { k: 0, ng: 0.3, kh: 0.3 },
  ch: { c: 0, ch: 0.15, s: 0.5 },
  // The spelling pronunciation keeps the r.
  tr: { c: 0, tr: 0.1, thr: 0.15, ch: 0.2, t: 0.35, th: 0.4 },
  // Hanoi /z/: ซ by the rules, ย in the south and on Voice of Vietnam, ด from the letter.
  d: { s: 0, y: 0.15, d: 0.15, c: 0.35, ch: 0.35, r: 0.6 },
  gi: { s: 0, y: 0.15, c: 0.2, ch: 0.25, k: 0.2, d: 0.35 },
  r: { s: 0, r: 0.1, y: 0.25, l: 0.5 },
  s: { s: 0, ch: 0.25, c: 0.5 },
  x: { s: 0, ch: 0.25, c: 0.35 },
  đ: { d: 0, t: 0.35, th: 0.6 },
  h: { h: 0, kh: 0.6 },
  kh: { kh: 0, k: 0.25, h: 0.4 },
  l: { l: 0, r: 0.4, n: 0.6 },
  m: { m: 0 },
  n: { n: 0, l: 0.6 },
  ng: { ng: 0, n: 0.5, k: 0.6 },
  nh: { ny: 0, y: 0.2, n: 0.25 },
  ph: { f: 0, ph: 0.15, p: 0.35, w: 0.6 },
  p: { p: 0, ph: 0.2, b: 0.3 },
  t: { t: 0, th: 0.2, d: 0.35, c: 0.6 },
  th: { th: 0, t: 0.2, d: 0.5 },
  // w, English v, and f where v is devoiced.
  v: { w: 0, f: 0.3, y: 0.5, b: 0.5 },
}

/**
 * The first consonants, as `ThaiSyllable.initial` has them, that a spelling may begin with and still cost no more than `budget` in all.
 * A consonant that has nothing in common with the name's own is never one.
 */
export function initialsWithin(vi: HeardSyllable, budget: number): readonly string[] {
  const { initial, medial } = vi
  const affordable = Object.entries(INITIALS[initial] ?? {}).filter(
    ([, cost]) => cost * WEIGHTS.initial <= budget,
  )
  const made = affordable.map(([sound]) => (CLUSTER.test(sound) ? sound.slice(0, -1) : sound))
  const isLost = medial && lostBeforeW(vi) * WEIGHTS.initial <= budget
  return [...new Set(isLost ? [...made, 'w'] : made)]
}

const CLUSTER = /.r$/

export function initialCost(initial: string, th: ThaiOnset): number {
  const costs = INITIALS[initial]
  if (th.second === 'y') return initial === 'gi' ? lookUp(costs, th.initial) : 1
  const hasR = th.second === 'r' || th.second === 'l'
  const asCluster = hasR ? costs?.[th.initial + th.second] : undefined
  return asCluster ?? Math.min(1, lookUp(costs, th.initial) + (hasR ? 0.4 : 0))
}

/** Vowels as the rules hear them, with what else is written for each. */
const VOWELS: Readonly<Record<string, Costs>> = {
  a: { oe: 0.4, aw: 0.5, ae: 0.4, ia: 0.4, e: 0.6, o: 0.6, ua: 0.6 },
  ae: { e: 0.2, a: 0.4, ia: 0.5, i: 0.6 },
  // ê is heard between e and i.
  e: { ae: 0.2, i: 0.3, oe: 0.3, a: 0.6, ia: 0.6 },
  i: { e: 0.3, ia: 0.4, ue: 0.4, oe: 0.5, a: 0.6 },
  aw: { o: 0.15, a: 0.4, u: 0.5, ua: 0.5 },
  o: { aw: 0.15, u: 0.35, ua: 0.4, a: 0.6, oe: 0.6 },
  // ơ is read as o, â as a or u.
  oe: { a: 0.2, aw: 0.3, o: 0.3, ae: 0.35, u: 0.45, e: 0.4, ue: 0.3, ia: 0.5, uea: 0.5 },
  u: { o: 0.35, ua: 0.35, ue: 0.3, a: 0.4, aw: 0.5 },
  ue: { u: 0.15, oe: 0.3, i: 0.4, o: 0.5, a: 0.5 },
  ia: { i: 0.3, e: 0.3, oe: 0.35, ae: 0.45, uea: 0.4, a: 0.5 },
  uea: { ua: 0.2, oe: 0.25, u: 0.4, o: 0.4, aw: 0.35, ia: 0.4, ue: 0.3, a: 0.5 },
  ua: { u: 0.3, aw: 0.4, o: 0.35, uea: 0.3, a: 0.5 },
}

/** Last sounds, with what is heard or read instead. */
const FINALS: Readonly<Record<string, Costs>> = {
  '': { y: 0.6, w: 0.6, ng: 0.9, n: 0.9, m: 0.9, t: 0.9, k: 0.9 },
  y: { '': 0.55, w: 0.8 },
  w: { '': 0.55, y: 0.8, m: 0.8 },
  m: { n: 0.5, ng: 0.6 },
  n: { ny: 0.15, ng: 0.4, m: 0.5 },
  ng: { ny: 0.35, n: 0.45, m: 0.6 },
  ny: { n: 0.1, ng: 0.15, m: 0.6 },
  k: { t: 0.5, p: 0.6, '': 0.8 },
  t: { k: 0.5, p: 0.6, '': 0.8 },
  p: { t: 0.6, k: 0.6, '': 0.8 },
}

/** Finals that are spelled with a silenced letter in Thai transcriptions from English: นห์, งห์, ค์. */
export const SILENCED_FINALS = new Set(['nh', 'ch'])

export interface Rime {
  readonly medial: boolean
  readonly vowel: string
  readonly final: string
  readonly cost: number
}

/** The Thai vowel of each nucleus by the rules. */
const NUCLEI: Readonly<Record<string, string>> = {
  ...{ a: 'a', ă: 'a', â: 'oe', e: 'ae', ê: 'e', i: 'i', o: 'aw', ô: 'o', ơ: 'oe', u: 'u', ư: 'ue' },
  ...{ iê: 'ia', uô: 'ua', ươ: 'uea' },
}
const CODAS: Readonly<Record<string, string>> = { c: 'k', ch: 'k', nh: 'ny' }

/**
 * What one slot cannot say: vowels with a glide before or after them that are also written as another vowel altogether. Sound heard,
 * then what is written (`w` for a glide before it, `+` for what closes it) and its cost, for any final, then for one.
 */
const OTHER_VOWELS: Readonly<Record<string, string>> = {
  // The rules write uâ as อัว.
  wâ: 'ua 0, wa .02',
  wa: 'ua .03',
  wiê: 'wi .05',
  wi: 'u .08',
  uô: 'u .05, wo .04, wa .05',
  ươ: 'wo .08, wa .08',
  // The letters of โกว๊ก without the โ.
  wô: 'ua .01',
  // The i of gi read as a vowel: Giang เกียง.
  gia: 'ia .03',
  giă: 'ia .03',
}
const OTHER_RIMES: Readonly<Record<string, string>> = {
  ăy: 'e .06',
  ây: 'e+y 0, e .08',
  wây: 'we+y 0',
  âw: 'o .1, a+w .04',
  ăw: 'o .12',
  anh: 'ae+ny .03',
  ach: 'ae+k .03, e+k .05',
  // English y: Mỹ มาย.
  i: 'a+y .08',
  wi: 'u+y .02, ua+y .06, wa+y .08',
  winh: 'uea+n .12, u+y .1',
  iêw: 'i+w .04',
  ưw: 'u .06, i+w .04',
}

/** The ways to write a rime. */
export function rimesOf({ initial, medial, nucleus, final }: HeardSyllable): readonly Rime[] {
  const heard = (medial ? 'w' : '') + nucleus
  const spelled = initial === 'gi' ? initial + nucleus : ''
  const coda = CODAS[final] ?? final
  return [
    { medial, vowel: NUCLEI[nucleus] ?? nucleus, final: coda, cost: 0 },
    ...[heard, spelled].flatMap((vowel) =>
      readRimes(OTHER_VOWELS[vowel]).map((rime) => ({ ...rime, final: coda })),
    ),
    ...readRimes(OTHER_RIMES[heard + final]),
  ]
}

export const rimeCost = ({ medial, vowel, final, cost }: Rime, th: ThaiRime, afterW: boolean): number =>
  cost +
  WEIGHTS.medial * (medial === afterW ? 0 : 1) +
  WEIGHTS.vowel * (vowel === th.vowel ? 0 : lookUp(VOWELS[vowel], th.vowel)) +
  WEIGHTS.final * (final === th.final ? 0 : lookUp(FINALS[final], th.final))

const readRimes = (written = ''): readonly Rime[] =>
  Array.from(written.matchAll(/(w?)([a-z]+)(?:\+([a-z]+))? ([\d.]+)/g), ([, glide, vowel, final, cost]) => ({
    medial: glide === 'w',
    vowel: vowel ?? '',
    final: final ?? '',
    cost: Number(cost),
  }))

const THAI_TONES: readonly ThaiTone[] = ['สามัญ', 'เอก', 'โท', 'ตรี', 'จัตวา']

/** Tones are the first thing that is lost; a middle tone is no tone written. */
const toneCosts = (rule: ThaiTone): Readonly<Record<ThaiTone, number>> =>
  Object.fromEntries(
    THAI_TONES.map((tone) => [tone, tone === rule ? 0 : tone === 'สามัญ' ? 0.5 : 1]),
  ) as Record<ThaiTone, number>

export const TONE_COSTS: Readonly<Record<HeardTone, Readonly<Record<ThaiTone, number>>>> = {
  ngang: toneCosts('สามัญ'),
  huyền: toneCosts('เอก'),
  hỏi: toneCosts('จัตวา'),
  sắc: toneCosts('ตรี'),
  nặng: toneCosts('เอก'),
}

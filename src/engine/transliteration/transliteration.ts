/** Persons are written with a space between syllables, places without. */
export type NameKind = 'person' | 'place' | 'unknown'

/** How one name is written in another script, and why. Nothing here is words for people; those are in `locales/`. */
export interface Transliteration {
  /** The form to use. */
  readonly text: string
  /** Other forms that a good source writes, best first; never `text` itself. */
  readonly alternates: readonly string[]
  /** `exonym`: an established form that no rule gives. */
  readonly origin: 'rule' | 'exonym'
  readonly explanation: readonly ExplainedPart[]
}

/** One word of the name, in order, and where its form comes from. */
export type ExplainedPart = ExplainedSyllable | ExplainedWord

/** A syllable written by rule. */
export interface ExplainedSyllable {
  readonly kind: 'syllable'
  /** As written in the name, normalized. */
  readonly source: string
  readonly text: string
  readonly alternates: readonly string[]
  readonly initial: { readonly source: string; readonly text: string; readonly class: InitialClass }
  /** Present when a /w/ glides between initial and vowel. */
  readonly medial?: { readonly source: string; readonly text: string }
  readonly rime: { readonly source: string; readonly text: string; readonly short: boolean }
  readonly tone: { readonly source: SourceTone; readonly text: string; readonly class: ToneClass }
  /** The rule of the open class whose sources differ, when `alternates` has any. */
  readonly openClass?: string
  readonly cites: Citation
}

/** A word that is not transliterated: an established form, or a translated generic word (`sông` แม่น้ำ). */
export interface ExplainedWord {
  readonly kind: 'exonym' | 'generic'
  readonly source: string
  readonly text: string
  readonly cites: Citation
}

export type SourceTone = 'ngang' | 'huyền' | 'hỏi' | 'ngã' | 'sắc' | 'nặng'
export type InitialClass = 'mid' | 'paired' | 'sonorant'
/** Which of the Thai tones the rules ask for. */
export type ToneClass = 'สามัญ' | 'เอก' | 'ตรี' | 'จัตวา'
/** Key of a source under `transliteration.sources` in `locales/`. */
export type Citation = 'royal-society-2012' | 'royal-gazette' | 'cldr' | 'usage'

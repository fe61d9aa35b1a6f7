import type { InitialClass, SourceTone, ToneClass } from '../transliteration.ts'

/** What a tone does to the writing of a syllable. */
export interface ToneWriting {
  readonly class: ToneClass
  /** The initial takes its high form. */
  readonly high: boolean
  readonly mark: '' | '\u0E48' | '\u0E49' | '\u0E4A' | '\u0E4B'
}

interface Ending {
  /** No final, or a final stop. */
  readonly isDead: boolean
  readonly isShort: boolean
}

/** The six tones in the four tones of the Royal Society's table (rules for Vietnamese, 2012); hỏi and ngã are one. */
export function toneWriting(
  tone: SourceTone,
  initial: InitialClass,
  { isDead, isShort }: Ending,
): ToneWriting {
  const isMid = initial === 'mid'
  switch (tone) {
    case 'ngang':
      return { class: 'สามัญ', high: false, mark: '' }
    case 'huyền':
      return { class: 'เอก', high: true, mark: '\u0E48' }
    case 'hỏi':
    case 'ngã':
      return { class: 'จัตวา', high: true, mark: isMid ? '\u0E4B' : '' }
    case 'sắc':
      // A short dead syllable with a low initial has the tone by itself: Phúc ฟุก beside Tháp ท้าป.
      return { class: 'ตรี', high: false, mark: isMid ? '\u0E4A' : isDead && isShort ? '' : '\u0E49' }
    case 'nặng':
      return { class: 'เอก', high: true, mark: isDead ? '' : '\u0E48' }
  }
}

/** Combining marks of Vietnamese, decomposed. */
export const toneOfMark: Readonly<Record<string, SourceTone>> = {
  '\u0300': 'huyền',
  '\u0309': 'hỏi',
  '\u0303': 'ngã',
  '\u0301': 'sắc',
  '\u0323': 'nặng',
}

/** The tone nặng shortens the vowel where a short shape exists. */
export const shortens = (tone: SourceTone): boolean => tone === 'nặng'

/** A character that is hard to type. Those that cannot be seen, or are no letters, have a name: `characters.name.<name>`. */
export interface SpecialCharacter {
  readonly text: string
  readonly name: string | null
}

const named = (text: string, name: string): SpecialCharacter => ({ text, name })

const punctuation = [
  named('“', 'open-double'),
  named('”', 'close-double'),
  named('‘', 'open-single'),
  named('’', 'close-single'),
  named('–', 'en-dash'),
  named('—', 'em-dash'),
  named('…', 'ellipsis'),
  named('\u00a0', 'no-break-space'),
]

const thai = [
  named('ฯ', 'paiyannoi'),
  named('ฯลฯ', 'paiyanyai'),
  named('ๆ', 'maiyamok'),
  named('฿', 'baht'),
  named('\u0e48', 'mai-ek'),
  named('\u0e49', 'mai-tho'),
  named('\u0e4a', 'mai-tri'),
  named('\u0e4b', 'mai-chattawa'),
  named('\u0e4c', 'thanthakhat'),
  named('\u0e47', 'maitaikhu'),
  named('\u0e4d', 'nikhahit'),
  named('\u0e3a', 'phinthu'),
  named('\u200b', 'zero-width-space'),
]

const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const vietnamese = [
  { text: 'đ', name: null },
  ...Array.from('aăâeêioôơuưy').flatMap((vowel) =>
    tones
      .map((tone) => (vowel + tone).normalize('NFC'))
      .filter((text) => !/^[aeiouy]$/.test(text))
      .map((text) => ({ text, name: null })),
  ),
]

/** What writers of a language look for and their keyboard does not have at hand. */
export function specialCharacters(language: string): readonly SpecialCharacter[] {
  const primary = language.toLowerCase().split('-')[0]
  if (primary === 'th') return [...thai, ...punctuation]
  if (primary === 'vi') return [...vietnamese, ...punctuation, named('₫', 'dong')]
  return punctuation
}

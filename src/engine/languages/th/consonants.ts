/** The consonants of Thai text as coarse classes of sound (see `Language.consonants`); vowels, tones, ห, อ and ย leave no trace. */
export function thaiConsonants(text: string): string {
  let classes = ''
  for (const letter of text) {
    const sound = CLASSES.get(letter)
    if (sound !== undefined && !classes.endsWith(sound)) classes += sound
  }
  return classes
}

const CLASSES = new Map(
  Object.entries({
    k: 'กขฃคฅฆ',
    g: 'ง',
    c: 'จฉชฌ',
    s: 'ซศษส',
    t: 'ฎฏฐฑฒดตถทธ',
    n: 'ญณน',
    p: 'บปผพภ',
    f: 'ฝฟ',
    m: 'ม',
    r: 'รลฬ',
    w: 'ว',
  }).flatMap(([sound, letters]) => [...letters].map((letter) => [letter, sound] as const)),
)

/** A written figure with its signs: `1.500`, `2,5`, `1.234.567,8`. Put guards around it where needed. */
export const NUMERAL = String.raw`\d+(?:[.,]\d+)*`

/**
 * What a figure may mean, likeliest first, given the sign that the language puts between thousands. Texts mix both
 * habits, so a single sign before three digits keeps both meanings. Null when it is no single number (`1.2.3`).
 */
export function readNumeral(written: string, groupSign: '.' | ','): readonly number[] | null {
  const signs = written.replace(/\d/g, '')
  if (signs === '') return [Number(written)]
  const lastSign = signs.at(-1)!
  const groups = written.split(/[.,]/)
  const threes = (parts: readonly string[]) =>
    parts.slice(1).every((part) => part.length === 3) && parts[0]!.length <= 3
  if (signs.length === 1) {
    const decimal = Number(groups.join('.'))
    if (!threes(groups) || groups[0] === '0') return [decimal]
    const grouped = Number(groups.join(''))
    if (lastSign !== groupSign) return [decimal, grouped]
    // Nobody writes `2.800` for 2.8 where the point stands between thousands.
    return written.endsWith('0') ? [grouped] : [grouped, decimal]
  }
  if (new Set(signs).size === 1) return threes(groups) ? [Number(groups.join(''))] : null
  const whole = groups.slice(0, -1)
  const oneSignInside = new Set(signs.slice(0, -1)).size === 1 && signs.at(-2) !== lastSign
  return oneSignInside && threes(whole) ? [Number(`${whole.join('')}.${groups.at(-1)}`)] : null
}

/** `1 triệu 200 nghìn`, `1 ล้าน 2 แสน`: the sum of scaled figures, or null unless every scale is smaller than the one before. */
export function readScaledSum(
  written: string,
  groupSign: '.' | ',',
  scaleOf: (words: string) => number,
): number | null {
  let total = 0
  let limit = Infinity
  for (const [, figure, words] of written.matchAll(/(\d+(?:[.,]\d+)*)([^\d]*)/g)) {
    const values = readNumeral(figure!, groupSign)
    const scale = scaleOf(words!)
    if (values === null || scale >= limit) return null
    total += values[0]! * scale
    limit = scale
  }
  return total
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** The value of a Roman numeral below 400, or null when the letters are not one in its usual form. */
export function readRoman(letters: string): number | null {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(letters) || letters === '') return null
  let value = 0
  for (let i = 0; i < letters.length; i++) {
    const here = ROMAN[letters[i]!]!
    value += here < (ROMAN[letters[i + 1]!] ?? 0) ? -here : here
  }
  return value
}

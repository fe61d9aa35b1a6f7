/** Lower case, and every white space character as a space, unit for unit: an offset in the result is an offset in the text. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase().replace(/\s/g, ' ')
  if (lower.length === text.length) return lower
  return Array.from(text, (character) => {
    const folded = character.toLowerCase().replace(/\s/g, ' ')
    return folded.length === character.length ? folded : character
  }).join('')
}

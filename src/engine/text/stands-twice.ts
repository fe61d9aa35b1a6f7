/**
 * Whether two units or more stand twice in a row, somewhere in the text. Far cheaper than cutting it into words, which then only those
 * few texts need where a word could repeat. A long text is taken to have something of the kind.
 */
export function standsTwice(text: string): boolean {
  if (text.length > LONG) return true
  for (let size = 2; 2 * size <= text.length; size++) {
    let same = 0
    for (let at = size; at < text.length; at++) {
      same = text.charCodeAt(at) === text.charCodeAt(at - size) ? same + 1 : 0
      if (same === size) return true
    }
  }
  return false
}

const LONG = 1000

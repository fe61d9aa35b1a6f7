/** Marks that stand in twos. */
export interface PairedMarks {
  readonly opening: string
  readonly closing: string
  /** Marks that do both (`"`): one after a space opens, one before a space closes, any other closes when something is open. */
  readonly either?: string
}

/** A mark without a partner; `at` is in UTF-16 units. */
export interface LoneMark {
  readonly at: number
  readonly role: 'opens' | 'closes'
}

/** The marks without a partner, in order. Shapes are not compared, so `“` and `"` may pair. Linear. */
export function findUnpaired(text: string, marks: PairedMarks): readonly LoneMark[] {
  const open: LoneMark[] = []
  const alone: LoneMark[] = []
  for (let at = 0; at < text.length; at++) {
    const role = roleOf(text, at, marks, open.length > 0)
    if (role === 'opens') open.push({ at, role })
    else if (role === 'closes' && !open.pop()) alone.push({ at, role })
  }
  return [...alone, ...open].sort((a, b) => a.at - b.at)
}

function roleOf(
  text: string,
  at: number,
  { opening, closing, either = '' }: PairedMarks,
  isOpen: boolean,
): LoneMark['role'] | null {
  const mark = text.charAt(at)
  if (opening.includes(mark)) return 'opens'
  if (closing.includes(mark)) return 'closes'
  if (!either.includes(mark)) return null
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)]
  const spaceBefore = before === '' || /[\s([“]/.test(before)
  const spaceAfter = after === '' || /[\s)\].,!?;:”]/.test(after)
  if (spaceBefore !== spaceAfter) return spaceBefore ? 'opens' : 'closes'
  return isOpen ? 'closes' : 'opens'
}

export interface Part {
  readonly text: string
  readonly marked: boolean
}

/** An example's text as parts to print: square brackets mark where a finding is, and are not printed. */
export const markedParts = (text: string): Part[] =>
  text
    .split(/(\[[^\]]*\])/)
    .map((part) =>
      part.startsWith('[') ? { text: part.slice(1, -1), marked: true } : { text: part, marked: false },
    )
    .filter(({ text: shown, marked }) => marked || shown !== '')

/** What XML 1.0 has no way to write, not even by reference: everything outside `Char` (§2.2), lone surrogates among it. */
const unsafe = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** Cuts a text at the characters that XML cannot carry: a string is a piece that it can, a number such a character. Nothing is lost. */
export function xmlPieces(text: string): (string | number)[] {
  const pieces: (string | number)[] = []
  let at = 0
  for (const { 0: character, index } of text.matchAll(unsafe)) {
    if (index > at) pieces.push(text.slice(at, index))
    pieces.push(character.charCodeAt(0))
    at = index + 1
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}

/**
 * A text as xmlbuilder2 must be given it. Left to itself, it lets `&nbsp;` and `&#38;` through as references, and carriage returns bare,
 * which a parser reads as line feeds (§2.11).
 */
export const forXmlBuilder = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('\r', '&#13;')

/** A text with U+FFFD wherever XML has no way to write what stands there. For what is read by people, not by programs. */
export const shownInXml = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unsafe, '\ufffd')

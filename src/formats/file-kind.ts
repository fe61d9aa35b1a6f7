import { Buffer } from 'node:buffer'
import type { ProblemCode } from './problem.ts'

/** What a file that is not text is, by its first bytes; null when nothing says that it is not text. */
export function fileKind(bytes: Uint8Array): ProblemCode | null {
  const start = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  const known = signatures.find(([signature]) => signature.test(start))
  if (!known) return null
  return known[1] === 'file-is-archive' ? officeKind(start) : known[1]
}

const signatures: readonly (readonly [RegExp, ProblemCode])[] = [
  [/^%PDF-/, 'file-is-pdf'],
  [
    /^\x89PNG\r\n|^\xff\xd8\xff|^GIF8[79]a|^RIFF[^]{4}WEBP|^II\*\0|^MM\0\*|^\0[^]{3}ftyp(avif|heic|mif1)/,
    'file-is-image',
  ],
  [/^\{\\rtf/, 'file-is-rtf'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'file-is-word'],
  [/^PK\x03\x04|^PK\x05\x06|^\x1f\x8b|^7z\xbc\xaf|^Rar!\x1a|^BZh\d1AY/, 'file-is-archive'],
  [
    /^\0[^]{3}ftyp|^OggS\0|^ID3[\x02-\x04]\0|^RIFF[^]{4}(AVI |WAVE)|^\x7fELF|^SQLite format 3\0/,
    'file-is-binary',
  ],
]

/** Word, Excel and OpenDocument files are ZIP archives whose first entries name what they hold. */
function officeKind(start: string): ProblemCode {
  if (/word\/|opendocument\.text/.test(start)) return 'file-is-word'
  if (/xl\/|opendocument\.spreadsheet/.test(start)) return 'file-is-spreadsheet'
  return 'file-is-archive'
}

import { Buffer } from 'node:buffer'
import { checkText, unifyLineEnds } from './check-text.ts'
import { fileKind } from './file-kind.ts'
import { limits } from './format.ts'
import { legacyEncodingOf } from './legacy-encoding.ts'
import { placeOf } from './problem.ts'
import type { Problem } from './problem.ts'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-874' | 'Windows-1258'

export type Decoding =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly error: Problem }

/**
 * Bytes to text: byte order mark off, line ends to LF, characters checked (`checkText`). Nothing is ever guessed past a doubt:
 * what cannot be decoded exactly is refused. The order is byte order mark, UTF-16 by its look, strict UTF-8, the encoding that
 * `hint.charset` (an HTTP header) or an HTML `<meta>` declares, and last the two legacy encodings by their look. Valid UTF-8
 * goes before a declaration because Thai or Vietnamese in another encoding is never valid UTF-8, while declarations are often wrong.
 */
export function decodeText(bytes: Uint8Array, hint: { readonly charset?: string } = {}): Decoding {
  if (bytes.length > limits.uploadBytes)
    return refuse('upload-too-large', { actual: bytes.length, maximum: limits.uploadBytes })
  const kind = fileKind(bytes)
  if (kind) return refuse(kind)

  const declared = hint.charset ?? declaredInHtml(bytes)
  if (declared && /^utf-?(7|32)/i.test(declared))
    return refuse('encoding-unsupported', { encoding: declared })

  const utf16 = utf16Of(bytes, declared)
  if (utf16) return decodeUtf16(bytes, utf16)
  const utf8 = decodeStrictly(bytes, 'utf-8')
  if (utf8 !== null) return accept(utf8, 'UTF-8')
  return decodeBroken(bytes, declared)
}

function accept(decoded: string, encoding: Encoding): Decoding {
  const text = unifyLineEnds(decoded)
  const error = checkText(text)
  return error ? { ok: false, error } : { ok: true, text, encoding }
}

const refuse = (code: Problem['code'], values?: Problem['values']): Decoding => ({
  ok: false,
  error: values ? { code, values } : { code },
})

/** Not UTF-8: UTF-8 with a damaged place, a legacy encoding, or no text at all. */
function decodeBroken(bytes: Uint8Array, declared: string | undefined): Decoding {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const { sound, damaged } = soundness(lossy)
  if (damaged * 4 <= sound) return { ok: false, error: firstDamage(bytes, lossy) }
  if (bytes.includes(0)) return refuse('file-is-binary')

  const encoding = declared === undefined ? legacyEncodingOf(bytes) : legacyNames[labelOf(declared)]
  if (!encoding && declared !== undefined && labelOf(declared) !== 'utf-8')
    return refuse('encoding-unsupported', { encoding: declared.slice(0, 40) })
  const text = encoding ? decodeStrictly(bytes, encoding) : null
  if (!encoding || text === null)
    return sound > 0 || damaged * 10 < bytes.length
      ? { ok: false, error: firstDamage(bytes, lossy) }
      : refuse(looksBinary(bytes) ? 'file-is-binary' : 'encoding-unknown')
  // Windows-1258 writes tone marks as characters of their own; composing them is part of decoding it.
  return encoding === 'Windows-1258' && checkText(text) === null
    ? accept(text.normalize('NFC'), encoding)
    : accept(text, encoding)
}

/** Characters beyond ASCII that were decoded, and bytes that could not be. Counted by hand: a file may be all damage. */
function soundness(lossy: string): { sound: number; damaged: number } {
  let sound = 0
  let damaged = 0
  for (let index = 0; index < lossy.length; index += 1) {
    const unit = lossy.charCodeAt(index)
    if (unit === 0xfffd) damaged += 1
    else if (unit > 0x7f) sound += 1
  }
  return { sound, damaged }
}

const legacyNames: Readonly<Record<string, Encoding>> = {
  'windows-874': 'Windows-874',
  'windows-1258': 'Windows-1258',
}

/** The WHATWG name of a declared label ("tis-620" is windows-874), or the label itself when there is no such encoding. */
function labelOf(declared: string): string {
  try {
    return new TextDecoder(declared.trim()).encoding
  } catch {
    return declared
  }
}

/** Null when a byte has no meaning in the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Buffer, unlike TextDecoder, keeps lone surrogates, so that `checkText` can say where they are. */
function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): Decoding {
  const units = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  if (encoding === 'UTF-16BE') units.swap16()
  const text = units.toString('utf16le').replace(/^\ufeff/, '')
  if (units.length === bytes.length) return accept(text, encoding)
  const place = placeOf(unifyLineEnds(text), text.length)
  return { ok: false, error: { code: 'encoding-invalid', place, values: { encoding, byte: units.length } } }
}

/** By its byte order mark, or by characters that make sense in one byte order only. ASCII in UTF-16 is valid UTF-8 full of NULs. */
function utf16Of(bytes: Uint8Array, declared: string | undefined): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  const sample = Buffer.from(bytes.subarray(0, 65_536 & ~1))
  if (sample.length < 2 || !sample.includes(0)) return null
  const whole = sample.subarray(0, sample.length & ~1)
  const little = plausibleShare(whole.toString('utf16le'))
  const big = plausibleShare(Buffer.from(whole).swap16().toString('utf16le'))
  const enough = declared && /^utf-?16/i.test(declared) ? 0.5 : 0.9
  if (Math.max(little, big) < enough) return null
  return little >= big ? 'UTF-16LE' : 'UTF-16BE'
}

/** Share of characters that Vietnamese, Thai and English news is written with. */
const plausibleShare = (text: string): number =>
  (text.match(/[\t\n\r\x20-\x7e\u00a0-\u01b0\u0300-\u0323\u0e01-\u0e5b\u1ea0-\u1ef9\u2010-\u2030]/g)
    ?.length ?? 0) / text.length

/** Only the first kilobyte is looked at, as browsers do. */
function declaredInHtml(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1]
}

/** The first place where strict decoding fails: a replacement character that the bytes themselves do not hold. */
function firstDamage(bytes: Uint8Array, lossy: string): Problem {
  let byte = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let from = 0
  for (let at = lossy.indexOf('\ufffd'); at !== -1; at = lossy.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(lossy.slice(from, at))
    if (!isReplacement(bytes, byte)) {
      const sound = unifyLineEnds(lossy.slice(0, at))
      return {
        code: 'encoding-invalid',
        place: placeOf(sound, sound.length),
        values: { encoding: 'UTF-8', byte },
      }
    }
    from = at
  }
  return { code: 'encoding-invalid', values: { encoding: 'UTF-8', byte } }
}

/** U+FFFD itself, as UTF-8 writes it. */
const isReplacement = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd

/** Text has no control bytes but tabs and line ends. */
function looksBinary(bytes: Uint8Array): boolean {
  const controls = bytes.subarray(0, 65_536).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return controls * 50 > Math.min(bytes.length, 65_536)
}

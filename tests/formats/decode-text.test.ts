import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptText, checkText, unifyLineEnds } from '../../src/formats/check-text.ts'
import { decodeText } from '../../src/formats/decode-text.ts'
import { checkLanguage, looksLike } from '../../src/formats/guess-language.ts'
import { problemCodes } from '../../src/formats/problem.ts'
import { dropReasons } from '../../src/formats/imported-page.ts'

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const decoder1258 = new TextDecoder('windows-1258')
const tableOf1258 = new Map(
  Array.from(
    { length: 128 },
    (_, index) => [decoder1258.decode(new Uint8Array([index + 128])), index + 128] as const,
  ),
)
const bom = '\ufeff'
const sound = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('ế', 'ก', 'ำ', '\n', '\r\n', 'a', ' ', '😀'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  })
  .filter((text) => checkText(unifyLineEnds(text)) === null && !text.startsWith(bom))

test('what is encoded is decoded, line ends aside', () => {
  fc.assert(
    fc.property(sound, (text) => {
      const expected = unifyLineEnds(text)
      expect(decodeText(Buffer.from(bom + text))).toEqual({ ok: true, text: expected, encoding: 'UTF-8' })
      expect(decodeText(Buffer.from(bom + text, 'utf16le'))).toMatchObject({
        text: expected,
        encoding: 'UTF-16LE',
      })
      expect(decodeText(utf16be(bom + text))).toMatchObject({ text: expected, encoding: 'UTF-16BE' })
    }),
  )
})

test('UTF-8 needs no mark', () => {
  fc.assert(
    fc.property(sound, (text) => {
      fc.pre(!/^(?:%PDF|\{\\rtf|GIF8|BZh)/.test(text))
      expect(decodeText(Buffer.from(text))).toMatchObject({ text: unifyLineEnds(text), encoding: 'UTF-8' })
    }),
  )
})

test('any bytes give text that may be stored or a listed problem', () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.string().map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  )
  fc.assert(
    fc.property(bytes, fc.option(fc.string(), { nil: undefined }), (given, charset) => {
      const decoded = decodeText(given, charset === undefined ? {} : { charset })
      if (decoded.ok) expect(checkText(decoded.text)).toBeNull()
      else expect(problemCodes).toContain(decoded.error.code)
    }),
    { numRuns: 1000 },
  )
})

describe('encodings are told by their look', () => {
  const vietnamese = 'Sáng nay trời đẹp, người dân ra đồng từ sớm để thu hoạch vụ lúa mùa.\n'
  const thai = 'เช้านี้อากาศดี ชาวบ้านออกไปเกี่ยวข้าวกันตั้งแต่เช้าตรู่\n'
  // Windows-874 puts Thai at A1–FB; Windows-1258 writes tone marks behind their letters.
  const windows874 = Buffer.from(
    [...thai].map((c) => (c >= 'ก' ? c.charCodeAt(0) - 0xe00 + 0xa0 : c.charCodeAt(0))),
  )
  const windows1258 = Buffer.from([...toned(vietnamese)].map((c) => tableOf1258.get(c) ?? c.charCodeAt(0)))

  test.each([
    ['UTF-16LE', vietnamese, Buffer.from(vietnamese, 'utf16le')],
    ['UTF-16BE', thai, utf16be(thai)],
    ['Windows-874', thai, windows874],
    ['Windows-1258', vietnamese, windows1258],
  ])('%s', (encoding, text, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text, encoding })
  })

  test('a declaration counts where the bytes do not speak for themselves', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="tis-620"><p>'), windows874])
    expect(decodeText(page)).toMatchObject({ ok: true, encoding: 'Windows-874' })
    expect(decodeText(Buffer.from(`<meta charset="tis-620"><p>${thai}`))).toMatchObject({ encoding: 'UTF-8' })
    expect(decodeText(windows874, { charset: 'koi8-r' })).toMatchObject({
      error: { code: 'encoding-unsupported' },
    })
    expect(decodeText(Buffer.from('<meta charset=utf-7>+ADw-'))).toMatchObject({
      error: { code: 'encoding-unsupported' },
    })
  })
})

test('damaged UTF-8 names the byte and the line', () => {
  const before = Buffer.from('trời đẹp\nnắng \ufffd')
  const bytes = Buffer.concat([before, Buffer.from([0xff]), Buffer.from(' ấm\n')])
  expect(decodeText(bytes)).toEqual({
    ok: false,
    error: {
      code: 'encoding-invalid',
      place: { line: 2, column: 7 },
      values: { encoding: 'UTF-8', byte: before.length },
    },
  })
})

test.each([
  ['%PDF-1.7\n', 'file-is-pdf'],
  ['\x89PNG\r\n\x1a\n', 'file-is-image'],
  ['\xff\xd8\xff\xe0', 'file-is-image'],
  ['PK\x03\x04\x14\0\x06\0 word/document.xml', 'file-is-word'],
  ['PK\x03\x04\x14\0\x06\0 xl/workbook.xml', 'file-is-spreadsheet'],
  ['\x1f\x8b\x08', 'file-is-archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'file-is-word'],
  ['\xff\0\x01\xfe\x80\x03\xc1\x02\0\0', 'file-is-binary'],
])('%j is refused as %s', (start, code) => {
  expect(decodeText(Buffer.from(start, 'latin1'))).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['a\0b', 'text-nul', 2],
  ['x\ny\ud800z', 'text-surrogate', 2],
  ['\udc00\ud800', 'text-surrogate', 1],
  ['a\ufffe', 'text-nonchar', 2],
  ['a\u{1ffff}', 'text-nonchar', 2],
  ['\u0007', 'text-control', 1],
  ['a\u0092', 'text-control', 2],
  ['\u{e0041}', 'text-tag', 1],
  ['a' + '\u0301\u0323'.repeat(5), 'text-mark-run', 2],
  ['\u200d'.repeat(9), 'text-invisible-run', 1],
])('%j may not be stored', (text, code, column) => {
  expect(checkText(text)).toMatchObject({ code, place: { column } })
})

test.each(['การ\u200bแปล', '👩‍👩‍👧', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'Việt'.normalize('NFD'), 'ที่นี้', 'a\u202eb', '\t\n'])(
  '%s may be stored',
  (text) => {
    expect(checkText(text)).toBeNull()
  },
)

test('a hundred thousand marks are refused at once, unnormalized', () => {
  expect(checkText(`a${'\u0301\u0323'.repeat(50_000)}`)).toMatchObject({ code: 'text-mark-run' })
})

test('a paste loses its mark and its kinds of line end, and nothing else', () => {
  expect(acceptText('\ufeffa\r\nb\rc\u0085d\u2028e\u2029f ', 100)).toEqual({
    ok: true,
    text: 'a\nb\nc\nd\ne\nf ',
  })
  expect(acceptText('a'.repeat(101), 100)).toMatchObject({ ok: false, error: { code: 'text-too-long' } })
})

test('too large an upload is refused unread', () => {
  expect(decodeText(new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
    error: { code: 'upload-too-large' },
  })
})

test('a language is told by its letters', () => {
  expect(looksLike('Ủy ban nhân dân tỉnh đã họp')).toBe('vi')
  expect(looksLike('Ủy ban nhân dân tỉnh đã họp'.normalize('NFD'))).toBe('vi')
  expect(looksLike('นายก Nguyễn Văn An เดินทางถึงกรุงฮานอย')).toBe('th')
  expect(looksLike('The committee met on Tuesday')).toBe('other')
  expect(looksLike('L’été dernier, la ville a été décorée')).toBe('other')
  expect(looksLike('ປະເທດລາວ')).toBe('other')
  expect(looksLike('12/3 – 45%')).toBe('none')
  expect(checkLanguage('สวัสดี', 'vi')).toEqual({ code: 'source-looks-thai' })
  expect(checkLanguage('Trời đẹp quá', 'th')).toEqual({ code: 'draft-looks-vietnamese' })
  expect(checkLanguage('Trời đẹp quá', 'vi')).toBeNull()
})

test.each(['en', 'vi', 'th'])('every problem and reason has words in %s', (language) => {
  const file = path.join(import.meta.dirname, '../../locales', language, 'import.json')
  const words = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
  expect(Object.keys(words.errors ?? {}).sort()).toEqual(expect.arrayContaining([...problemCodes].sort()))
  expect(Object.keys(words.reasons ?? {}).sort()).toEqual([...dropReasons].sort())
})

/** Vietnamese with each tone mark behind its letter, the way that Windows-1258 has it, where it has no letter of its own. */
function toned(text: string): string {
  return [...text]
    .map((c) =>
      tableOf1258.has(c) || c < '\x80'
        ? c
        : c.normalize('NFD').replace(/^(.)([\u0302\u0306\u031b]?)(.*)$/u, reorder),
    )
    .join('')
}

function reorder(_: string, letter: string, shape: string, tone: string): string {
  const marks = tone.replace(/[\u0302\u0306\u031b]/u, '')
  return (letter + (shape || (/[\u0302\u0306\u031b]/u.exec(tone)?.[0] ?? ''))).normalize('NFC') + marks
}

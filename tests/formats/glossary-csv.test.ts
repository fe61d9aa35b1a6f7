import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glossaryCsv, readGlossaryCsv } from '../../src/formats/glossary-csv.ts'
import { problemCodes } from '../../src/formats/problem.ts'

const errorsOf = (text: string) =>
  readGlossaryCsv(text).errors.map(({ line, code, column }) => [line, code, ...(column ? [column] : [])])

test('a row is a concept with its terms in both languages', () => {
  const { rows, errors } = readGlossaryCsv(
    'note,th,vi,th:admitted,th:deprecated,subject,source,case,definition\n' +
      '"ghi chú, dài",บริการจุดเดียว,một cửa|cơ chế một cửa,,ร้านค้าครบวงจร| วันสต็อป ,hành chính,QĐ 1,yes,nơi tiếp nhận\n',
  )
  expect(errors).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      subject: 'hành chính',
      definition: 'nơi tiếp nhận',
      note: 'ghi chú, dài',
      source: 'QĐ 1',
      caseSensitive: true,
      terms: [
        { language: 'th', text: 'บริการจุดเดียว', status: 'preferred' },
        { language: 'vi', text: 'một cửa', status: 'preferred' },
        { language: 'vi', text: 'cơ chế một cửa', status: 'admitted' },
        { language: 'th', text: 'ร้านค้าครบวงจร', status: 'deprecated' },
        { language: 'th', text: 'วันสต็อป', status: 'deprecated' },
      ],
    },
  ])
})

test('phrases that tell what a term means stand with the first term of their language', () => {
  const { rows, errors, unknownColumns } = readGlossaryCsv(
    'vi:context,vi,th,vi:exclusions\nhộ khẩu | thường trú,nhập khẩu|nhập hộ khẩu,การย้ายเข้าทะเบียนบ้าน,\n,thứ hai,วันจันทร์,thứ hai là|lần thứ hai\n',
  )
  expect([errors, unknownColumns]).toEqual([[], []])
  const [register, monday] = rows.map(({ terms }) =>
    terms.map(({ text, exclusions, contextWords }) => ({
      text,
      ...(exclusions ? { exclusions } : {}),
      ...(contextWords ? { contextWords } : {}),
    })),
  )
  expect(register).toEqual([
    { text: 'nhập khẩu', contextWords: ['hộ khẩu', 'thường trú'] },
    { text: 'nhập hộ khẩu' },
    { text: 'การย้ายเข้าทะเบียนบ้าน' },
  ])
  expect(monday).toEqual([{ text: 'thứ hai', exclusions: ['thứ hai là', 'lần thứ hai'] }, { text: 'วันจันทร์' }])
})

test.each([',', ';', '\t'] as const)('the delimiter %j is told by the header', (delimiter) => {
  const text = [
    ['VI', ' th ', 'note'],
    ['xã', 'ตำบล', 'a'],
  ]
    .map((row) => row.join(delimiter))
    .join('\r\n')
  expect(readGlossaryCsv(`\ufeff${text}`)).toMatchObject({ delimiter, errorCount: 0, rows: [{ line: 2 }] })
})

test('the first line of a spreadsheet may declare the delimiter', () => {
  expect(readGlossaryCsv('sep=;\nvi;th\nxã;ตำบล')).toMatchObject({ delimiter: ';', rows: [{ line: 3 }] })
})

describe('an error names the line of its row and the column', () => {
  test.each([
    ['vi,th\nxã,ตำบล,thừa\nhuyện', [[2, 'csv-columns'], [3, 'csv-columns']]],
    ['vi,th\n\nxã,\n,ตำบล\n', [[3, 'csv-term-required', 'th'], [4, 'csv-term-required', 'vi']]],
    ['vi,th,case\nxã,ตำบล,perhaps', [[2, 'csv-yes-or-no', 'case']]],
    ['vi,th,vi:deprecated\nxã|xã,ตำบล,xã', [[2, 'csv-form-twice', 'vi'], [2, 'csv-form-twice', 'vi']]],
    ['vi,th\nxã,"tam\nbon"\nh\u0000,a', [[4, 'text-nul', 'vi']]],
    ['vi,th\nxã,ตำบล\n"mở\nra,x\ny,z', [[3, 'csv-quote']]],
    ['vi,th\nxã,ta"m', [[2, 'csv-quote']]],
    ['vi,vi\na,b', [[1, 'csv-missing-column', 'th'], [1, 'csv-duplicate-column', 'vi']]],
    ['', [[1, 'csv-missing-column', 'vi'], [1, 'csv-missing-column', 'th']]],
    ['vi,th\n', [[1, 'csv-empty']]],
    [`vi,th\nxã,${'a'.repeat(60_000)}`, [[2, 'csv-field-too-long']]],
    [`vi,th${',x'.repeat(100)}\n`, [[1, 'csv-too-many-columns']]],
  ])('%.40j', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors)
  })
}) // prettier-ignore

test('the sound rows of a file with errors are there as well', () => {
  const { rows, errorCount } = readGlossaryCsv('vi,th\nxã,ตำบล\nhuyện,\ntỉnh,จังหวัด')
  expect(rows.map(({ line }) => line)).toEqual([2, 4])
  expect(errorCount).toBe(1)
})

test('a row that stands twice is reported with both lines, however it is composed', () => {
  const { rows, errors } = readGlossaryCsv(
    `vi,th,subject\nhuyện,อำเภอ,a\nhuyện,อำเภอ,b\n${'huyện'.normalize('NFD')},อำเภอ,a`,
  )
  expect(rows.map(({ line }) => line)).toEqual([2, 3])
  expect(errors).toEqual([{ line: 4, code: 'csv-duplicate', values: { other: 2, value: 'huyện' } }])
})

test('homonyms with other renderings are two concepts', () => {
  const text = 'vi,th,subject\nnhập khẩu,การนำเข้า,thương mại\nnhập khẩu,การขึ้นทะเบียนบ้าน,hộ tịch'
  expect(readGlossaryCsv(text)).toMatchObject({ errorCount: 0, rows: [{ line: 2 }, { line: 3 }] })
})

test('columns without a meaning are named and passed over', () => {
  const reading = readGlossaryCsv('vi,th,__proto__,constructor,zh\nxã,ตำบล,a,b,c')
  expect(reading.unknownColumns).toEqual(['__proto__', 'constructor', 'zh'])
  expect(Object.keys(reading.rows[0]!)).toEqual(['line', 'caseSensitive', 'terms'])
})

test('a formula is a text', () => {
  expect(readGlossaryCsv('vi,th\n=1+1,@SUM').rows[0]?.terms.map(({ text }) => text)).toEqual(['=1+1', '@SUM'])
})

test('of very many errors a thousand are shown and all counted', () => {
  const reading = readGlossaryCsv('vi,th\n' + 'xã,\n'.repeat(3000))
  expect([reading.errors.length, reading.errorCount]).toEqual([1000, 3000])
})

test('terms come back as they were written, composed and without blanks around them', () => {
  const form = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '' && !text.includes('|'))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(form, form), { minLength: 1, selector: (pair) => pair.join('\0') }),
      (pairs) => {
        const text = 'vi,th\n' + pairs.map((pair) => pair.map(quoted).join(',')).join('\n')
        expect(readGlossaryCsv(text).rows.map(({ terms }) => terms.map((term) => term.text))).toEqual(pairs)
      },
    ),
  )
})

test('any text gives rows or listed errors', () => {
  const piece = fc.oneof(
    fc.constantFrom('vi', 'th', ',', ';', '\t', '\n', '\r\n', '"', '|', 'vi,th\n', 'case', 'sep=;\n', ':'),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.boolean(),
      (text, headed) => {
        const reading = readGlossaryCsv(headed ? `vi,th\n${text}` : text)
        for (const { code, line } of reading.errors) {
          expect(problemCodes).toContain(code)
          expect(line).toBeGreaterThan(0)
        }
        expect(reading.rows.length + reading.errorCount).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

test('the format knows its own files', () => {
  expect(glossaryCsv.recognizes('note;th;vi\n')).toBe(true)
  expect(glossaryCsv.recognizes('Tin lũ, mưa\n')).toBe(false)
})

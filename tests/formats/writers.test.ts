import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { DtdValidator, XmlDocument, XmlDtd, XmlElement, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { unitKinds } from '../../src/domain/article.ts'
import type { ExportedArticle, ExportedSegment } from '../../src/domain/exported-article.ts'
import { segmentStates } from '../../src/domain/segment.ts'
import { writeDocx } from '../../src/formats/docx.ts'
import { writeTmx } from '../../src/formats/tmx.ts'
import { writeHtml } from '../../src/formats/version-html.ts'
import { writeText } from '../../src/formats/version-text.ts'
import { writers } from '../../src/formats/writers.ts'
import { writeXliff } from '../../src/formats/xliff.ts'
import { anyText } from '../support/any-text.ts'

const segment = (
  id: number,
  source: string,
  target: string,
  more: Partial<ExportedSegment> = {},
): ExportedSegment => ({
  ...{ id, source, target, sourceAfter: '', targetAfter: '', state: 'translated' },
  ...{ changedAt: new Date('2026-09-03T10:00:00.500Z'), changedBy: 'Nattapol', comments: [] },
  ...more,
})

const bridge: ExportedArticle = {
  ...{ articleId: 3, draftId: 4, versionNumber: 2, glossaryChange: 17 },
  ...{ sourceLanguage: 'vi', targetLanguage: 'th', sourceUrl: 'https://source.example/?a=1&b="2"' },
  units: [
    { id: 1, kind: 'title', segments: [segment(10, 'Cầu mới ở Huế', 'สะพานใหม่ที่เมืองเว้ <b>&')] },
    { id: 2, kind: 'lead', segments: [segment(11, 'Cầu dài 700 m.', 'สะพานยาว 700 ม.')] },
    { id: 3, kind: 'heading', segments: [segment(12, 'Ngày khánh thành', 'วันเปิดใช้')] },
    {
      id: 4,
      kind: 'paragraph',
      segments: [
        segment(13, 'Cầu đẹp.', 'สะพานงาม', { sourceAfter: ' ', targetAfter: ' ', state: 'final' }),
        segment(14, 'Ai cũng mừng.', 'ทุกคนยินดี', {
          comments: [{ id: 5, author: 'Minh Anh', body: 'Ai là ai?\u0001' }],
        }),
      ],
    },
  ],
}

/** What looks like markup, or like the end of a line, and is text. */
const markup = fc.constantFrom(
  '&amp;',
  '&nbsp;',
  '&#38;',
  '&#xd;',
  '&',
  '<b>',
  ']]>',
  '<!--',
  '\r',
  '\r\n',
  '\f',
  '\uffff',
)

/** Without U+FEFF: the parser that reads the files back takes it for a byte order mark wherever a text begins. */
const someText = fc
  .array(fc.oneof(anyText, markup, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 4 })
  .map((texts) => texts.join('').replaceAll('\ufeff', ''))
const someArticle: fc.Arbitrary<ExportedArticle> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...unitKinds),
      segments: fc.array(
        fc.record({
          ...{ source: someText, target: someText, sourceAfter: someText, targetAfter: someText },
          state: fc.constantFrom(...segmentStates),
          changedBy: fc.option(someText),
          bodies: fc.array(someText, { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((units) => {
    let id = 0
    return {
      ...bridge,
      units: units.map(({ kind, segments }) => ({
        id: ++id,
        kind,
        segments: segments.map(({ bodies, ...given }) =>
          segment(++id, given.source, given.target, {
            ...given,
            comments: bodies.map((body) => ({ id: ++id, author: 'A', body })),
          }),
        ),
      })),
    }
  })

const schemas = path.join(import.meta.dirname, 'schemas')
const schemaFiles = (extension: string) =>
  fs
    .readdirSync(schemas)
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(schemas, name))

// A published schema imports others, by addresses relative to its own.
xmlRegisterFsInputProviders()
const xsds = schemaFiles('.xsd').map((file) =>
  XsdValidator.fromDoc(XmlDocument.fromBuffer(fs.readFileSync(file), { url: file })),
)
const dtds = schemaFiles('.dtd').map((file) => new DtdValidator(XmlDtd.fromBuffer(fs.readFileSync(file))))

/** Parses a document, holds it against every schema of its kind, and lets a test read it. */
function checked<Result>(
  xml: string,
  validators: readonly { validate(doc: XmlDocument): void }[],
  read: (root: XmlElement) => Result,
): Result {
  const document = XmlDocument.fromString(xml)
  try {
    for (const validator of validators) validator.validate(document)
    return read(document.root)
  } finally {
    document.dispose()
  }
}

const children = (element: XmlElement, name: string): XmlElement[] => {
  const found: XmlElement[] = []
  for (let node = element.firstChild; node; node = node.next)
    if (node instanceof XmlElement && node.name === name) found.push(node)
  return found
}
const only = (element: XmlElement, name: string): XmlElement => {
  const [found, ...more] = children(element, name)
  if (!found || more.length > 0) throw new Error(`not one ${name}`)
  return found
}

/** A text with what stands in it by number put back. */
function textOf(element: XmlElement, numbered: (child: XmlElement) => string): string {
  let text = ''
  for (let node = element.firstChild; node; node = node.next)
    text +=
      node instanceof XmlElement ? String.fromCharCode(Number.parseInt(numbered(node), 16)) : node.content
  return text
}
const fromXliff = (element: XmlElement) => textOf(element, (cp) => cp.attr('hex')?.value ?? '')
const fromTmx = (element: XmlElement) => textOf(element, (ph) => ph.content.replace('U+', ''))

describe('XLIFF 2.1', () => {
  test('says language, state and kind, and gives comments as notes', () => {
    const xml = writeXliff(bridge)
    expect(xml).toContain(
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="vi" trgLang="th"',
    )
    expect(xml).toContain('<unit id="u1" type="tukham:title">')
    expect(xml).toContain(
      '<note id="c5" category="comment" appliesTo="target">Minh Anh (s14): Ai là ai?\ufffd</note>',
    )
    expect(xml).toContain(
      '<segment id="s13" state="final"><source>Cầu đẹp.</source><target>สะพานงาม</target></segment>',
    )
    expect(xml).toContain('<ignorable id="i13"><source> </source><target> </target></ignorable>')
    checked(xml, xsds, (root) => expect(root.name).toBe('xliff'))
  })

  test('of any text is valid, and gives both texts back character by character', () => {
    expect(xsds.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(someArticle, (article) => {
        const texts = checked(writeXliff(article), xsds, (root) =>
          children(only(root, 'file'), 'unit').map((unit) => {
            const parts: XmlElement[] = []
            for (let node = unit.firstChild; node; node = node.next)
              if (node instanceof XmlElement && node.name !== 'notes') parts.push(node)
            const side = (name: string) => parts.map((part) => fromXliff(only(part, name))).join('')
            return { source: side('source'), target: side('target') }
          }),
        )
        expect(texts).toEqual(
          article.units.map(({ segments }) => ({
            source: segments.map(({ source, sourceAfter }) => source + sourceAfter).join(''),
            target: segments.map(({ target, targetAfter }) => target + targetAfter).join(''),
          })),
        )
      }),
      { numRuns: 60 },
    )
  })
})

test.each([writeXliff, writeTmx])('%o: what looks like markup or ends a line is text', (write) => {
  const text = 'a&nbsp;b &#38; &amp; ]]>\rc\r\nd'
  const comments = [{ id: 2, author: '&lt;', body: '&copy;' }]
  const article: ExportedArticle = {
    ...bridge,
    sourceUrl: 'https://source.example/?a=1&reg;=2',
    units: [
      { id: 1, kind: 'lead', segments: [segment(1, text, text, { changedBy: 'A&hellip;', comments })] },
    ],
  }
  checked(write(article), write === writeXliff ? xsds : dtds, (root) => {
    expect(root.content.split(text)).toHaveLength(3)
    if (write === writeXliff) {
      expect(only(root, 'file').attr('original')?.value).toBe(article.sourceUrl)
      expect(root.content).toContain('&lt; (s1): &copy;')
    } else expect(only(only(root, 'body'), 'tu').attr('changeid')?.value).toBe('A&hellip;')
  })
})

describe('TMX 1.4b', () => {
  test('has a unit for each segment, with when and by whom it was written', () => {
    const xml = writeTmx(bridge)
    expect(xml).toContain('srclang="vi"')
    expect(xml).toContain('<tu tuid="s13" changedate="20260903T100000Z" changeid="Nattapol">')
    expect(xml).toContain('<tuv xml:lang="th"><seg>สะพานงาม</seg></tuv>')
    checked(xml, dtds, (root) => expect(children(only(root, 'body'), 'tu')).toHaveLength(5))
  })

  test('of any text is valid, and gives the pairs back character by character', () => {
    expect(dtds.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(someArticle, (article) => {
        const pairs = checked(writeTmx(article), dtds, (root) =>
          children(only(root, 'body'), 'tu').map((unit) =>
            children(unit, 'tuv').map((variant) => fromTmx(only(variant, 'seg'))),
          ),
        )
        const written = article.units.flatMap(({ segments }) =>
          segments.map(({ source, target }) => [source, target]),
        )
        expect(pairs).toEqual(written.filter((pair) => !pair.includes('')))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a Word document', () => {
  test('has source and target side by side, headings as headings', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await writeDocx(bridge)) })
    expect(value).toContain('<p><strong>Tiếng Việt</strong></p>')
    expect(value).toContain('<td><h1>Cầu mới ở Huế</h1></td><td><h1>สะพานใหม่ที่เมืองเว้ &lt;b&gt;&amp;</h1></td>')
    expect(value).toContain('<td><h2>Ngày khánh thành</h2></td><td><h2>วันเปิดใช้</h2></td>')
    expect(value).toContain('<td><p>Cầu đẹp. Ai cũng mừng.</p></td><td><p>สะพานงาม ทุกคนยินดี</p></td>')
  })

  test('of any text can be opened', async () => {
    await fc.assert(
      fc.asyncProperty(someArticle, async (article) => {
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(article)) })
        expect(value).toContain('ไทย')
      }),
      { numRuns: 10 },
    )
  })
})

test('HTML stands alone, in the language of the target, and no text can become markup', () => {
  const html = writeHtml(bridge)
  expect(html).toMatch(/^<!doctype html>\n<html lang="th"><head><meta charset="utf-8">/)
  expect(html).toContain('<title>สะพานใหม่ที่เมืองเว้ &lt;b&gt;&amp;</title>')
  expect(html).toContain(
    '<h1>สะพานใหม่ที่เมืองเว้ &lt;b&gt;&amp;</h1><p class="lead">สะพานยาว 700 ม.</p><h2>วันเปิดใช้</h2>',
  )
  expect(html).toContain('<p>สะพานงาม ทุกคนยินดี</p>')
})

test('plain text has the blocks one below another', () => {
  expect(writeText(bridge)).toBe('สะพานใหม่ที่เมืองเว้ <b>&\n\nสะพานยาว 700 ม.\n\nวันเปิดใช้\n\nสะพานงาม ทุกคนยินดี\n')
})

test('each writer has its own id and extension', () => {
  for (const key of ['id', 'extension'] as const)
    expect(new Set(writers.map((writer) => writer[key])).size).toBe(writers.length)
})

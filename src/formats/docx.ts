import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx'
import type { UnitKind } from '../domain/article.ts'
import { sourceOf, targetOf, type ExportedArticle } from '../domain/exported-article.ts'
import { shownInXml } from './xml-text.ts'

/** A4 with margins of 2 cm leaves 17 cm, in twentieths of a point. */
const columnWidth = 4819
const margin = 1134

/** A Word document: the source left, the target right, a row for each unit; titles and headings are headings. */
export async function writeDocx(article: ExportedArticle): Promise<Uint8Array> {
  const { sourceLanguage, targetLanguage, units } = article
  const title = units.find(({ kind }) => kind === 'title') ?? units[0]
  const header = new TableRow({
    tableHeader: true,
    children: [sourceLanguage, targetLanguage].map((language) =>
      cell([paragraph(autonym(language), language, { isBold: true })]),
    ),
  })
  const rows = units.map(
    (unit) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(paragraphs(sourceOf(unit), sourceLanguage, unit.kind)),
          cell(paragraphs(targetOf(unit), targetLanguage, unit.kind)),
        ],
      }),
  )
  const document = new Document({
    title: shownInXml(title ? targetOf(title).trim() : ''),
    creator: 'Tukham',
    sections: [
      {
        properties: { page: { margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        children: [
          new Table({
            rows: [header, ...rows],
            layout: TableLayoutType.FIXED,
            width: { size: 2 * columnWidth, type: WidthType.DXA },
            columnWidths: [columnWidth, columnWidth],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const cell = (children: Paragraph[]) =>
  new TableCell({
    width: { size: columnWidth, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children,
  })

const levels: Partial<Record<UnitKind, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  title: HeadingLevel.HEADING_1,
  heading: HeadingLevel.HEADING_2,
}

/** A line break within a unit is one within its cell. */
const paragraphs = (text: string, language: string, kind: UnitKind) =>
  shownInXml(text)
    .trim()
    .split(/\n+/)
    .map((line) => paragraph(line, language, { kind, isBold: kind === 'lead', isItalic: kind === 'caption' }))

function paragraph(
  text: string,
  language: string,
  { kind, isBold, isItalic }: { kind?: UnitKind; isBold?: boolean; isItalic?: boolean },
) {
  const heading = kind && levels[kind]
  const run: IRunOptions = {
    text,
    font: fontOf(language),
    language: { value: language, bidirectional: language },
    // Word takes size and weight of Thai from the settings for complex scripts.
    ...(isBold ? { bold: true, boldComplexScript: true } : {}),
    ...(isItalic ? { italics: true, italicsComplexScript: true } : {}),
    ...(heading ? { color: '000000' } : { size: 22, sizeComplexScript: isThai(language) ? 32 : 22 }),
  }
  return new Paragraph({ ...(heading ? { heading } : {}), children: [new TextRun(run)] })
}

const isThai = (language: string) => new Intl.Locale(language).maximize().script === 'Thai'

/** Thai letters come in the font for complex scripts; Sarabun's are drawn some third smaller than Latin ones of the same size. */
const fontOf = (language: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: isThai(language) ? 'TH Sarabun New' : 'Times New Roman',
  cs: isThai(language) ? 'TH Sarabun New' : 'Times New Roman',
})

/** The name of a language in itself. */
const autonym = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

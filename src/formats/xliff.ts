import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { ExportedArticle, ExportedSegment, ExportedUnit } from '../domain/exported-article.ts'
import { forXmlBuilder, shownInXml, xmlPieces } from './xml-text.ts'

/**
 * XLIFF 2.1 (OASIS Standard, 13 February 2018): a unit for each unit of the article, a segment for each of its segments, the white space
 * between them as ignorables, so that both texts can be put together again character by character.
 */
export function writeXliff(article: ExportedArticle): string {
  const { sourceLanguage, targetLanguage, draftId, sourceUrl } = article
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(
    'urn:oasis:names:tc:xliff:document:2.0',
    'xliff',
  )
  root.att({ version: '2.1', srcLang: sourceLanguage, trgLang: targetLanguage, 'xml:space': 'preserve' })
  const file = root.ele('file', { id: `draft-${draftId}` })
  if (sourceUrl !== null) file.att('original', forXmlBuilder(shownInXml(sourceUrl)))
  const notes = file.ele('notes')
  if (article.versionNumber !== null) note(notes, 'version', 'version', String(article.versionNumber))
  note(notes, 'glossary', 'glossary-change', String(article.glossaryChange))
  // A file without units is none.
  for (const unit of article.units) addUnit(file, unit)
  return root.end()
}

function addUnit(file: XMLBuilder, { id, kind, segments }: ExportedUnit): void {
  const unit = file.ele('unit', { id: `u${id}`, type: `tukham:${kind}` })
  const said = segments.flatMap((segment) => segment.comments.map((comment) => ({ segment, comment })))
  if (said.length > 0) {
    const notes = unit.ele('notes')
    for (const { segment, comment } of said)
      note(
        notes,
        `c${comment.id}`,
        'comment',
        `${comment.author} (s${segment.id}): ${comment.body}`,
        'target',
      )
  }
  for (const segment of segments) addSegment(unit, segment)
}

function addSegment(unit: XMLBuilder, segment: ExportedSegment): void {
  const { id, source, sourceAfter, target, targetAfter, state } = segment
  const own = unit.ele('segment', { id: `s${id}`, state })
  addText(own.ele('source'), source)
  addText(own.ele('target'), target)
  if (sourceAfter === '' && targetAfter === '') return
  const between = unit.ele('ignorable', { id: `i${id}` })
  addText(between.ele('source'), sourceAfter)
  addText(between.ele('target'), targetAfter)
}

/** What XML cannot carry goes by number, and nothing else may (XLIFF 2.1, `cp` and its `hex`). */
function addText(parent: XMLBuilder, text: string): void {
  for (const piece of xmlPieces(text)) {
    if (typeof piece === 'string') parent.txt(forXmlBuilder(piece))
    else parent.ele('cp', { hex: piece.toString(16).toUpperCase().padStart(4, '0') })
  }
}

const note = (notes: XMLBuilder, id: string, category: string, text: string, appliesTo?: 'target') =>
  notes
    .ele('note', { id, category, ...(appliesTo ? { appliesTo } : {}) })
    .txt(forXmlBuilder(shownInXml(text)))

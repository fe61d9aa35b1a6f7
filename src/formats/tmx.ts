import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { ExportedArticle, ExportedSegment } from '../domain/exported-article.ts'
import { forXmlBuilder, shownInXml, xmlPieces } from './xml-text.ts'

/** TMX 1.4b (LISA OSCAR, 26 April 2005): a translation unit for each segment that has text in both languages. */
export function writeTmx(article: ExportedArticle): string {
  const { sourceLanguage, targetLanguage, draftId, versionNumber, glossaryChange } = article
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('tmx', { version: '1.4' })
  const header = root.ele('header', {
    ...{ creationtool: 'Tukham', creationtoolversion: '1', segtype: 'sentence', 'o-tmf': 'Tukham' },
    ...{ adminlang: 'en', srclang: sourceLanguage, datatype: 'plaintext' },
  })
  const facts = { draft: draftId, ...(versionNumber === null ? {} : { version: versionNumber }) }
  for (const [name, value] of Object.entries({ ...facts, 'glossary-change': glossaryChange }))
    header.ele('prop', { type: `x-${name}` }).txt(String(value))
  const body = root.ele('body')
  for (const { kind, segments } of article.units) {
    for (const segment of segments) {
      if (segment.source === '' || segment.target === '') continue
      const unit = body.ele('tu', { tuid: `s${segment.id}`, ...changed(segment) })
      unit.ele('prop', { type: 'x-state' }).txt(segment.state)
      unit.ele('prop', { type: 'x-unit' }).txt(kind)
      addText(unit.ele('tuv', { 'xml:lang': sourceLanguage }), segment.source)
      addText(unit.ele('tuv', { 'xml:lang': targetLanguage }), segment.target)
    }
  }
  return root.end()
}

const changed = ({ changedAt, changedBy }: ExportedSegment) => ({
  changedate: changedAt.toISOString().replace(/[-:]|\.\d+/g, ''),
  ...(changedBy === null ? {} : { changeid: forXmlBuilder(shownInXml(changedBy)) }),
})

/** What XML cannot carry stands as a placeholder that names it; TMX has no other way. */
function addText(variant: XMLBuilder, text: string): void {
  const segment = variant.ele('seg')
  for (const piece of xmlPieces(text)) {
    if (typeof piece === 'string') segment.txt(forXmlBuilder(piece))
    else
      segment.ele('ph', { type: 'x-character' }).txt(`U+${piece.toString(16).toUpperCase().padStart(4, '0')}`)
  }
}

import { create } from 'xmlbuilder2'
import type { UnitKind } from '../domain/article.ts'
import { targetOf, type ExportedArticle } from '../domain/exported-article.ts'
import { forXmlBuilder, shownInXml } from './xml-text.ts'

/** The target text as a page of its own, without any style: to be read anywhere, or taken into another system. */
export function writeHtml({ units, targetLanguage }: ExportedArticle): string {
  const blocks = units
    .map((unit) => ({ kind: unit.kind, text: shownInXml(targetOf(unit).trim()) }))
    .filter(({ text }) => text !== '')
  const title = blocks.find(({ kind }) => kind === 'title') ?? blocks[0]
  const html = create().ele('html', { lang: targetLanguage })
  const head = html.ele('head')
  head.ele('meta', { charset: 'utf-8' })
  head.ele('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' })
  head.ele('title').txt(forXmlBuilder(title?.text ?? ''))
  const article = html.ele('body').ele('article')
  for (const block of blocks) {
    const element = block === title ? 'h1' : elements[block.kind]
    article
      .ele(element, block.kind === 'lead' || block.kind === 'caption' ? { class: block.kind } : {})
      .txt(forXmlBuilder(block.text))
  }
  return `<!doctype html>\n${html.end({ headless: true, allowEmptyTags: true }).replaceAll('></meta>', '>')}\n`
}

const elements: Readonly<Record<UnitKind, string>> = {
  title: 'h2',
  heading: 'h2',
  lead: 'p',
  paragraph: 'p',
  caption: 'p',
}

import { z } from 'zod'
import { languageFor, languages } from '../../../engine/languages/catalog.ts'
import { findFolded, foldText } from '../../../engine/memory/fold.ts'
import type { Span } from '../../../engine/text/span.ts'
import {
  concordance,
  concordanceSides,
  linesOnPage,
  type ConcordanceLine,
} from '../../../storage/screens/concordance.ts'
import { renderingsOf } from '../../../storage/screens/memory.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import { note } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page } from '../../response.ts'

/** One letter is in everything. */
const fewestLetters = 2

const tags = languages.map(({ tag }) => tag)
const day = z.iso.date().or(z.literal('')).catch('')

/** Everything that was ever approved with a text in it, its marks left out or not, beside what it was translated as. */
export const concordanceAction = action({
  method: 'get',
  path: '/concordance',
  who: 'article.read',
  query: z.object({
    q: note(200).catch(''),
    side: z.enum(concordanceSides).catch('source'),
    from: z.enum(tags).catch('vi'),
    to: z.enum(tags).catch('th'),
    since: day,
    until: day,
    page: z.coerce.number().int().positive().max(100_000).catch(1),
  }),
  async handle({ workbench, words, query }) {
    const searched = languageFor(query.side === 'source' ? query.from : query.to)
    const folded = foldText(query.q, searched).text
    const isLongEnough = folded.trim().length >= fewestLetters
    const found = isLongEnough ? await search(workbench, query, folded) : { lines: [], total: 0 }
    const { q, side, from, to, since, until } = query
    return page('concordance/search', {
      title: words.t('memory.concordance.title'),
      query,
      lines: found.lines,
      total: found.total,
      pages: Math.ceil(found.total / linesOnPage),
      isShort: query.q !== '' && !isLongEnough,
      isAsked: isLongEnough,
      sides: concordanceSides,
      tags,
      pageHref: (number: number) => paths.concordance({ q, side, from, to, since, until, page: number }),
    })
  },
})

interface Asked {
  readonly side: 'source' | 'target'
  readonly from: string
  readonly to: string
  readonly since: string
  readonly until: string
  readonly page: number
  readonly q: string
}

async function search({ storage }: Workbench, asked: Asked, folded: string) {
  const [own, other] = asked.side === 'source' ? [asked.from, asked.to] : [asked.to, asked.from]
  const [{ lines, total }, renderings] = await Promise.all([
    concordance(storage.reader)({
      ...asked,
      folded,
      sourceLanguage: asked.from,
      targetLanguage: asked.to,
    }),
    renderingsOf(storage.reader, {
      searchKey: languageFor(own).searchKey(asked.q),
      from: own,
      to: other,
    }),
  ])
  const partner = languageFor(other)
  const known = renderings.map((text) => foldText(text, partner).text)
  const marked = (text: string, language: string, isSearched: boolean) =>
    inPieces(
      text,
      isSearched
        ? findFolded(text, folded, languageFor(language))
        : // The first rendering that stands there, as the glossary orders them.
          (known.map((one) => findFolded(text, one, partner)).find((spans) => spans.length > 0) ?? []),
    )
  return {
    total,
    lines: lines.map((line: ConcordanceLine) => ({
      ...line,
      source: marked(line.source, asked.from, asked.side === 'source'),
      target: marked(line.target, asked.to, asked.side === 'target'),
    })),
  }
}

/** A text cut at the spans, which are in order and apart. */
function inPieces(text: string, spans: readonly Span[]): { text: string; isHit: boolean }[] {
  const pieces = []
  let at = 0
  for (const { start, end } of spans) {
    pieces.push({ text: text.slice(at, start), isHit: false }, { text: text.slice(start, end), isHit: true })
    at = end
  }
  return [...pieces, { text: text.slice(at), isHit: false }].filter((piece) => piece.text !== '')
}

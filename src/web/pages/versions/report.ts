import { editDistance } from '../../../engine/text/edit-distance.ts'
import { mqmPoints, pointsPerThousand, totalPoints } from '../../../domain/mqm.ts'
import { summarizeRenderings } from '../../../engine/renderings.ts'
import { versionPage, type VersionSegment } from '../../../storage/screens/version-page.ts'
import { glossaryStanding, versionWriters } from '../../../storage/screens/version-report.ts'
import { inSlices } from '../../../workflows/in-slices.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { page } from '../../response.ts'
import { verdictWords } from './verdict-words.ts'
import { countWords } from '../review/review-filter.ts'

/** What can be said of a version in figures and lists, to be read or printed. */
export const showReportAction = action({
  method: 'get',
  path: '/versions/:versionId/report',
  who: 'article.read',
  params: params('versionId'),
  async handle({ workbench: { storage, analyzer }, words, params: { versionId } }) {
    const found = await versionPage(storage.reader)(versionId)
    const { version, segments, marks, sourceLanguage, targetLanguage } = found
    const [writers, glossary, { analyses }] = await Promise.all([
      versionWriters(storage.reader, versionId),
      glossaryStanding(storage.reader, version),
      analyzer.analyzeDraft(
        storage,
        { id: version.draftId, sourceLanguage, targetLanguage },
        segments.map(({ sourceText, revisionId, text }) => ({
          sourceText,
          revision: { id: revisionId, text },
        })),
      ),
    ])
    const numbers = new Map(segments.map(({ segmentId }, index) => [segmentId, index + 1]))
    const withNumber = <Item extends { readonly segmentId: number }>(items: readonly Item[]) =>
      items.map((item) => ({ ...item, number: numbers.get(item.segmentId) ?? 0 }))
    const rows = await inSlices(segments, (segment, index) => ({
      ...segment,
      number: index + 1,
      came: cameFrom(segment),
      ...editDistance(segment.machineText, segment.text),
      verdict: found.verdicts.find(({ segmentId }) => segmentId === segment.segmentId) ?? null,
    }))
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
    const points = totalPoints(marks)
    const sourceWords = countWords(
      segments.map(({ sourceText }) => ({ sourceText, state: 'initial' })),
      sourceLanguage,
    ).words
    return page('versions/report', {
      title: words.t('mqm.report.title', { number: version.number }),
      ...found,
      writers,
      glossary,
      rows,
      findings: withNumber(found.findings),
      dismissals: withNumber(found.dismissals),
      marks: withNumber(marks).map((mark) => {
        const { sourceText = '', text = '' } = segments[mark.number - 1] ?? {}
        return { ...mark, quote: (mark.side === 'source' ? sourceText : text).slice(mark.start, mark.end) }
      }),
      mqmPoints,
      verdictWords,
      terms: summarizeRenderings(analyses),
      totals: {
        sourceWords,
        edits: sum(({ edits }) => edits),
        graphemes: sum(({ graphemes }) => graphemes),
        points,
        perThousand: pointsPerThousand(points, sourceWords),
        came: { machine: 0, edited: 0, memory: 0, ...countBy(rows.map(({ came }) => came)) },
      },
    })
  },
})

/** What stands there: the machine's words as they came, words of the memory, or a person's. */
const cameFrom = ({ text, machineText, origin }: VersionSegment): 'machine' | 'memory' | 'edited' =>
  origin === 'memory' ? 'memory' : text === machineText ? 'machine' : 'edited'

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

import { z } from 'zod'
import { Invalid, NotFound, type Problem } from '../../../domain/errors.ts'
import { allMqmTypes, markSeverities, mqmDimensions, mqmTypes } from '../../../domain/mqm.ts'
import type { Words } from '../../../i18n.ts'
import { versionPage } from '../../../storage/screens/version-page.ts'
import type { Workbench } from '../../../workbench.ts'
import { markVersion } from '../../../workflows/mark-version.ts'
import { withdrawMark } from '../../../workflows/withdraw-mark.ts'
import { action } from '../../action.ts'
import { id, note, params, typedText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect } from '../../response.ts'

const side = z.enum(['source', 'target'])
type Typed = Readonly<Record<string, unknown>>

/** Where a fault is marked without scripts: choose a segment, then quote its words. */
export const newMarkAction = action({
  method: 'get',
  path: '/versions/:versionId/marks/new',
  who: 'version.mark',
  params: params('versionId'),
  query: z.object({ segment: id.optional().catch(undefined), side: side.catch('target') }),
  handle: ({ workbench, words, params: { versionId }, query }) =>
    markPage(workbench, words, versionId, { segmentId: query.segment, side: query.side }),
})

export const makeMarkAction = action({
  method: 'post',
  path: '/versions/:versionId/marks',
  who: 'version.mark',
  params: params('versionId'),
  form: z.object({
    segmentId: id,
    side,
    quote: typedText(20_000).refine((text) => text !== '', 'required'),
    occurrence: z.coerce.number().int().min(1).max(20_000).default(1),
    type: z.enum(allMqmTypes),
    severity: z.enum(markSeverities),
    note: note().default(''),
  }),
  async handle({ workbench, actor, words, params: { versionId }, form }) {
    try {
      await markVersion(workbench, actor, versionId, form)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return markPage(workbench, words, versionId, form, error.problems)
    }
    return redirect(`${paths.version(versionId)}#segment-${form.segmentId}`, { key: 'mqm.notice.marked' })
  },
  invalid: ({ workbench, words, params: { versionId }, form }, problems) =>
    markPage(workbench, words, versionId, form, problems),
})

export const withdrawMarkAction = action({
  method: 'post',
  path: '/marks/:markId/withdrawal',
  who: 'version.mark',
  params: params('markId'),
  async handle({ workbench, actor, params: { markId } }) {
    const { versionId, segmentId } = await withdrawMark(workbench, actor, markId)
    return redirect(`${paths.version(versionId)}#segment-${segmentId}`, { key: 'mqm.notice.withdrawn' })
  },
})

async function markPage(
  { storage }: Workbench,
  words: Words,
  versionId: number,
  typed: Typed,
  problems: readonly Problem[] = [],
) {
  const { version, segments, sourceLanguage, targetLanguage } = await versionPage(storage.reader)(versionId)
  const wanted = Number(typed.segmentId)
  const at = segments.findIndex(({ segmentId }) => segmentId === wanted)
  if (typed.segmentId !== undefined && problems.length === 0 && at < 0)
    throw new NotFound('segment-not-found')
  const model = {
    title: words.t('mqm.form.title'),
    version,
    segments: at < 0 ? segments : [],
    segment: segments[at] ?? null,
    segmentNumber: at + 1,
    sourceLanguage,
    targetLanguage,
    typed,
    problems,
    mqmDimensions,
    mqmTypes,
    markSeverities,
  }
  return page('versions/mark', model, { status: problems.length > 0 ? 422 : 200 })
}

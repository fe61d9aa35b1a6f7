import { z } from 'zod'
import { momentOf } from '../../../domain/desk-time.ts'
import { cancelSchedule, schedulePublication } from '../../../workflows/schedule-publication.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { shownVersion } from './shown-version.ts'

/** `due` is a time of day at the desk, as `datetime-local` sends it. */
export const scheduleAction = action({
  method: 'post',
  path: '/versions/:versionId/schedule',
  who: 'version.publish',
  params: params('versionId'),
  form: z.object({
    due: z
      .string()
      .max(40)
      .transform((local) => momentOf(local))
      .refine((due) => due !== null, 'not-understood'),
  }),
  async handle({ workbench, actor, words, params: { versionId }, form }) {
    const { number } = await schedulePublication(workbench, actor, versionId, form.due)
    return redirect(`${paths.version(versionId)}#publication`, {
      key: 'publishing.notice.scheduled',
      values: { number, due: words.dateTime(form.due) },
    })
  },
  invalid: ({ workbench, actor, words, params: { versionId } }, problems) =>
    shownVersion(workbench, actor, words, versionId, undefined, {
      typed: { note: '', comments: [] },
      problems,
    }),
})

export const cancelScheduleAction = action({
  method: 'post',
  path: '/versions/:versionId/schedule/cancellation',
  who: 'version.publish',
  params: params('versionId'),
  async handle({ workbench, actor, params: { versionId } }) {
    const { number } = await cancelSchedule(workbench, actor, versionId)
    return redirect(`${paths.version(versionId)}#publication`, {
      key: 'publishing.notice.cancelled',
      values: { number },
    })
  },
})

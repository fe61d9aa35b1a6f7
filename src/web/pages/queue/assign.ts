import { z } from 'zod'
import { assignDrafts } from '../../../workflows/assign-draft.ts'
import { action } from '../../action.ts'
import { checkbox, id, many } from '../../fields.ts'
import { paths, safeNext } from '../../paths.ts'
import { redirect } from '../../response.ts'

const whom = z.union([z.enum(['keep', 'none']), id]).default('keep')

/** Gives one draft or many to somebody; what is to be kept is not sent, or sent as `keep`. */
export const assignAction = action({
  method: 'post',
  path: '/queue/assignments',
  who: 'draft.assign',
  form: z.object({
    draft: many(id).refine((chosen) => chosen.length > 0, 'required'),
    translatorId: whom,
    editorId: whom,
    dueOn: z.union([z.literal(''), z.iso.date('not-a-date')], 'not-a-date').default(''),
    /** An empty day says that there is none. */
    setsDue: checkbox,
    next: z.string().optional(),
  }),
  async handle({ workbench, actor, form }) {
    const { draft, dueOn, setsDue, next } = form
    const count = await assignDrafts(workbench, actor, draft, {
      ...person('translatorId', form.translatorId),
      ...person('editorId', form.editorId),
      ...(dueOn !== '' ? { dueOn } : setsDue ? { dueOn: null } : {}),
    })
    const to = safeNext(next ?? paths.queue())
    return redirect(draft.length === 1 ? `${to}#draft-${draft[0]}` : to, {
      key: 'queue.notice.assigned',
      values: { count },
    })
  },
})

const person = (key: 'translatorId' | 'editorId', value: 'keep' | 'none' | number) =>
  value === 'keep' ? {} : { [key]: value === 'none' ? null : value }

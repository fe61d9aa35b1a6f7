import { z } from 'zod'
import { roles } from '../../../domain/people.ts'
import { changePerson } from '../../../workflows/change-person.ts'
import { action } from '../../action.ts'
import { checkbox, many, params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { personPage } from './person-page.ts'

export const changePersonAction = action({
  method: 'post',
  path: '/people/:personId',
  who: 'people.manage',
  params: params('personId'),
  form: z.object({
    roles: many(z.enum(roles)).refine((chosen) => chosen.length > 0, 'no-role'),
    disabled: checkbox,
  }),
  async handle({ workbench, actor, params: { personId }, form }) {
    await changePerson(workbench, actor, { personId, ...form })
    return redirect(paths.people(), { key: 'people.notice.changed' })
  },
  invalid: (context, problems) => personPage(context, context.params.personId, problems),
})

import { z } from 'zod'
import { interfaceLocales, roles } from '../../../domain/people.ts'
import { invitePerson } from '../../../workflows/invite-person.ts'
import { action } from '../../action.ts'
import { many, note } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'
import { passwordPage } from './password-page.ts'
import { peoplePage } from './people-page.ts'

export const inviteAction = action({
  method: 'post',
  path: '/people',
  who: 'people.manage',
  form: z.object({
    name: note(200),
    email: note(200),
    roles: many(z.enum(roles)),
    locale: z.enum(interfaceLocales),
    password: z
      .string()
      .optional()
      .transform((password) => password || undefined),
  }),
  async handle({ workbench, words, actor, form: { password, ...person } }) {
    const invitation = { ...person, ...(password === undefined ? {} : { password }) }
    const { personId, madeUpPassword } = await invitePerson(workbench, actor.id, invitation)
    if (madeUpPassword !== null) return passwordPage({ workbench, words }, personId, madeUpPassword)
    return redirect(paths.people(), { key: 'people.notice.invited', values: { name: person.name } })
  },
  invalid: (context, problems) => peoplePage(context, context.form, problems),
})

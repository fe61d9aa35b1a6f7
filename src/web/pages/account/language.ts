import { z } from 'zod'
import { interfaceLocales } from '../../../domain/people.ts'
import { chooseLanguage } from '../../../workflows/choose-language.ts'
import { openAction } from '../../action.ts'
import { safeNext } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const languageAction = openAction({
  method: 'post',
  path: '/language',
  who: 'anyone',
  form: z.object({ locale: z.enum(interfaceLocales), next: z.string().optional() }),
  async handle(context) {
    const { workbench, actor, form } = context
    if (actor) await chooseLanguage(workbench, actor, form.locale)
    context.setLocaleCookie(form.locale)
    return redirect(safeNext(form.next))
  },
})

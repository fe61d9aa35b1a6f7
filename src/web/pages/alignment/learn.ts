import { z } from 'zod'
import { languageTag } from '../../../domain/language-tag.ts'
import { learnAlignment } from '../../../workflows/learn-alignment.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

const language = z.string().refine((tag) => languageTag(tag) !== null, 'language-unknown')

/** Learns from what has been approved now, without waiting for the night. */
export const learnAlignmentAction = action({
  method: 'post',
  path: '/alignment/models',
  who: 'alignment.learn',
  form: z.object({ sourceLanguage: language, targetLanguage: language }),
  async handle({ workbench, actor, form }) {
    const outcome = await learnAlignment(workbench, actor, form)
    return redirect(
      paths.alignment(),
      outcome.kind === 'learnt'
        ? { key: 'alignment.notice.learnt', values: { count: outcome.segments } }
        : { key: 'alignment.notice.nothing-new' },
    )
  },
})

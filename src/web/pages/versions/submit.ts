import { z } from 'zod'
import { Refused } from '../../../domain/errors.ts'
import { blockingFindings } from '../../../storage/screens/blocking-findings.ts'
import { submitDraft } from '../../../workflows/submit-draft.ts'
import { action } from '../../action.ts'
import { note, params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, redirect } from '../../response.ts'

export const submitAction = action({
  method: 'post',
  path: '/drafts/:draftId/versions',
  who: 'version.submit',
  params: params('draftId'),
  form: z.object({ note: note().default('') }),
  async handle({ workbench, actor, params: { draftId }, form, wantsJson, words }) {
    try {
      const { id, number } = await submitDraft(workbench, actor, { draftId, note: form.note })
      return redirect(paths.version(id), { key: 'versions.notice.submitted', values: { number } })
    } catch (error) {
      if (!(error instanceof Refused) || error.key !== 'open-findings' || wantsJson) throw error
      const draft = await workbench.storage.articles.draft(draftId)
      const findings = await blockingFindings(workbench.storage.reader)(draftId)
      const model = { title: words.t('versions.refused.title'), draft, findings, note: form.note }
      return page('versions/refused', model, { status: 422 })
    }
  },
})

import { z } from 'zod'
import { checkText } from '../../../workflows/check-text.ts'
import { action } from '../../action.ts'
import { params, segmentText } from '../../fields.ts'
import { markText } from '../../marked-text.ts'
import { fragment } from '../../response.ts'
import { sourceMarks, targetMarks, toFindingModels } from './row-marks.ts'

/** One row's marks and findings for a text that is being typed, as pieces with ids. Nothing is written. */
export const checkTextAction = action({
  method: 'post',
  path: '/segments/:segmentId/check',
  who: 'segment.revise',
  params: params('segmentId'),
  form: z.object({ text: segmentText }),
  async handle({ workbench, words, params: { segmentId }, form: { text } }) {
    const { draft, sourceText, hasSource, analysis, findings } = await checkText(workbench, segmentId, text)
    const row = {
      id: segmentId,
      sourceText,
      source: markText(sourceText, sourceMarks(segmentId, analysis, findings, words)),
      target: markText(text, targetMarks(segmentId, analysis, findings)),
      findings: toFindingModels(segmentId, findings, words),
    }
    return fragment('review/row-marks', {
      row,
      sourceLanguage: draft.sourceLanguage,
      targetLanguage: draft.targetLanguage,
      hasSource,
      mayRevise: true,
    })
  },
})

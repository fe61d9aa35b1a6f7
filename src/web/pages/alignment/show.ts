import { defaultModel, shippedModels } from '../../../engine/alignment/default-model.ts'
import { alignmentScreen, type AlignmentOfPair } from '../../../storage/screens/alignment.ts'
import { action } from '../../action.ts'
import { page } from '../../response.ts'

/** How far back "lately" reaches, in days. */
const days = 90

/** What aligning an article rests on: what comes with the program, what the desk has taught, and how it has gone lately. */
export const alignmentAction = action({
  method: 'get',
  path: '/alignment',
  who: 'article.read',
  async handle({ workbench, words }) {
    const since = new Date(workbench.clock().getTime() - days * 24 * 60 * 60 * 1000)
    const pairs = await alignmentScreen(workbench.storage.reader)(since)
    return page('alignment/show', {
      title: words.t('alignment.title'),
      days,
      pairs: [...pairs, ...shippedModels.filter((model) => !pairs.some(isOf(model))).map(untouched)].map(
        (pair) => ({
          ...pair,
          shipped: defaultModel(pair.sourceLanguage, pair.targetLanguage),
          isNew: pair.approvals > (pair.learnt?.approvals ?? 0),
        }),
      ),
    })
  },
})

const isOf =
  ({ from, to }: { readonly from: string; readonly to: string }) =>
  ({ sourceLanguage, targetLanguage }: AlignmentOfPair): boolean =>
    sourceLanguage === from && targetLanguage === to

/** A pair that the program knows and the desk has not met. */
const untouched = ({ from, to }: { readonly from: string; readonly to: string }): AlignmentOfPair => ({
  sourceLanguage: from,
  targetLanguage: to,
  approvals: 0,
  learnt: null,
  doubtful: { segments: 0, recut: 0 },
  sure: { segments: 0, recut: 0 },
})

import { proposalQueue } from '../../../storage/screens/proposals.ts'
import { action } from '../../action.ts'
import { page } from '../../response.ts'

/** How many of the decided ones are shown below what waits. */
const decidedShown = 30

/** What translators want in the glossary, each with the sentence it was met in. */
export const proposalsAction = action({
  method: 'get',
  path: '/glossary/proposals',
  who: 'glossary.read',
  async handle({ workbench, words }) {
    const queue = await proposalQueue(workbench.storage.reader)(decidedShown)
    return page('glossary/proposals', { title: words.t('proposals.title'), ...queue })
  },
})

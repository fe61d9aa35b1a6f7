import { z } from 'zod'
import { draftStates } from '../../../domain/article.ts'
import { articleList } from '../../../storage/screens/article-list.ts'
import { action, type Action } from '../../action.ts'
import { note } from '../../fields.ts'
import { page } from '../../response.ts'
import { severityTone, stateTone } from './state-tone.ts'
import { timeAgo } from './time-ago.ts'

/** The desk's first page has two addresses: its own, and the site's. */
const listAt = (path: string): Action =>
  action({
    method: 'get',
    path,
    who: 'article.read',
    query: z.object({
      state: z
        .enum(['waiting', ...draftStates])
        .optional()
        .catch(undefined),
      q: note(200).catch(''),
      page: z.coerce.number().int().min(1).max(100_000).catch(1),
    }),
    async handle({ workbench, actor, words, query }) {
      const list = await articleList(workbench.storage.reader)({ actor, ...query })
      const now = workbench.clock()
      return page('articles/list', {
        title: words.t('articles.list.title'),
        ...list,
        query,
        states: draftStates.filter((state) => (list.counts.get(state) ?? 0) > 0 || state === query.state),
        stateTone,
        severityTone,
        timeAgo: (then: Date) => timeAgo(words, then, now),
      })
    },
  })

export const homeAction = listAt('/')
export const articleListAction = listAt('/articles')

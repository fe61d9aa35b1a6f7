import { z } from 'zod'
import { draftStates } from '../../../domain/article.ts'
import { can, type Actor } from '../../../domain/people.ts'
import { articleList, type ListQuery } from '../../../storage/screens/article-list.ts'
import { action, type Context } from '../../action.ts'
import { note } from '../../fields.ts'
import { page, type Response } from '../../response.ts'
import { queuePage, queueQuery } from '../queue/queue-page.ts'
import { severityTone, stateTone } from './state-tone.ts'
import { timeAgo } from './time-ago.ts'

export const articleListAction = action({
  method: 'get',
  path: '/articles',
  who: 'article.read',
  query: z.object({
    state: z
      .enum(['waiting', ...draftStates])
      .optional()
      .catch(undefined),
    q: note(200).catch(''),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
  handle: (context) => listPage(context, context.query),
})

/** Whoever translates or edits begins with what waits for them; the others with the list of articles. */
export const homeAction = action({
  method: 'get',
  path: '/',
  who: 'article.read',
  handle: (context) =>
    can(context.actor, 'draft.take')
      ? queuePage(context, queueQuery.parse({}))
      : listPage(context, { q: '', page: 1 }),
})

async function listPage(
  {
    workbench,
    words,
    actor,
  }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words' | 'actor'>,
  query: Omit<ListQuery, 'actor'>,
): Promise<Response> {
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
}

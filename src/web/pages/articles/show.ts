import { z } from 'zod'
import { historyKinds } from '../../../domain/event.ts'
import { articlePage, type ListedEvent } from '../../../storage/screens/article-page.ts'
import { action } from '../../action.ts'
import { id, params } from '../../fields.ts'
import { page } from '../../response.ts'
import { eventValues } from './event-values.ts'
import { stateTone } from './state-tone.ts'

export const showArticleAction = action({
  method: 'get',
  path: '/articles/:articleId',
  who: 'article.read',
  params: params('articleId'),
  query: z.object({
    history: z.coerce.number().int().min(1).max(100_000).catch(1),
    kind: z.enum(historyKinds).optional().catch(undefined),
    person: id.optional().catch(undefined),
  }),
  async handle({ workbench, words, params: { articleId }, query }) {
    const found = await articlePage(workbench.storage.reader)(articleId, query.history, query)
    const titles = found.drafts.map(({ targetTitle }) => targetTitle)
    const title = found.article.sourceTitle || titles.find(Boolean) || words.t('articles.untitled')
    return page('articles/show', {
      title,
      ...found,
      historyPage: query.history,
      historyKinds,
      narrowed: { kind: query.kind, person: query.person },
      eventValues: (event: ListedEvent) => eventValues(event, words),
      stateTone,
    })
  },
})

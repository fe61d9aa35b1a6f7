import { z } from 'zod'
import { randomUUID } from 'node:crypto'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { diffTexts } from '../../../engine/text/diff.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { json, page } from '../../response.ts'

/** Every text that a segment has had, newest first, each against the one before it; for a script oldest first, as they are. */
export const showHistoryAction = action({
  method: 'get',
  path: '/segments/:segmentId/history',
  who: 'article.read',
  params: params('segmentId'),
  query: z.object({}),
  async handle({ workbench, words, params: { segmentId }, wantsJson }) {
    const { storage } = workbench
    const segment = await storage.segments.get(segmentId)
    const draft = await storage.articles.draft(segment.draftId)
    const pack = languageFor(draft.targetLanguage)
    const history = await storage.segments.history(segmentId)
    const authors = await Promise.all(
      [...new Set(history.flatMap(({ authorId }) => (authorId === null ? [] : [authorId])))].map((id) =>
        storage.people.get(id),
      ),
    )
    const names = new Map(authors.map(({ id, name }) => [id, name]))
    const by = (authorId: number | null) => (authorId === null ? null : (names.get(authorId) ?? null))
    if (wantsJson)
      return json({
        revisions: history.map(({ number, text, authorId, origin, createdAt }) => ({
          text,
          words: words.t('commands.revision', {
            number,
            total: history.length,
            author: by(authorId) ?? words.t(`review.history.origin.${origin}`),
            at: words.dateTime(createdAt),
          }),
        })),
      })
    const revisions = history.map((revision, index) => ({
      ...revision,
      author: by(revision.authorId),
      differences: diffTexts(history[index - 1]?.text ?? '', revision.text, (text) => pack.words(text)),
      isFirst: index === 0,
      isCurrent: revision.id === segment.revision.id,
      operationId: randomUUID(),
    }))
    return page('review/history', {
      title: words.t('review.history.title'),
      segment,
      draft,
      revisions: revisions.reverse(),
    })
  },
})

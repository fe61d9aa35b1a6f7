import { z } from 'zod'
import { randomUUID } from 'node:crypto'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { diffTexts } from '../../../engine/text/diff.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { page } from '../../response.ts'

/** Every text that a segment has had, newest first, each against the one before it. */
export const showHistoryAction = action({
  method: 'get',
  path: '/segments/:segmentId/history',
  who: 'article.read',
  params: params('segmentId'),
  query: z.object({}),
  async handle({ workbench, words, params: { segmentId } }) {
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
    const revisions = history.map((revision, index) => ({
      ...revision,
      author: revision.authorId === null ? null : (names.get(revision.authorId) ?? null),
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

import { NotFound } from '../../../domain/errors.ts'
import { draftReading } from '../../../storage/screens/draft-reading.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { publicDocument } from '../public/document.ts'
import { presentPublic } from '../public/presenter.ts'

/** The whole target as readers would get it now, through the very page that they get, with a way back from each paragraph. */
export const readingAction = action({
  method: 'get',
  path: '/drafts/:draftId/reading',
  who: 'article.read',
  params: params('draftId'),
  async handle({ workbench, words, params: { draftId } }) {
    const draft = await draftReading(workbench.storage.reader, draftId)
    if (!draft) throw new NotFound('draft-not-found')
    const now = workbench.clock()
    const dates = { firstPublishedAt: now, publishedAt: now, changedAt: now }
    const article = presentPublic({ ...draft, ...dates, slug: '', isLive: false, editions: [] }, '')
    const hrefs = new Map(
      draft.blocks.map(({ unitId, firstSegmentId }) => [unitId, paths.draft(draftId, firstSegmentId)]),
    )
    const model = {
      ...article,
      title: article.title || words.t('review.untitled'),
      // It has no address of its own yet.
      head: null,
      edit: { label: words.t('commands.reading.edit'), locale: words.locale, hrefs },
      bar: {
        label: words.t('commands.reading.label'),
        note: words.t('commands.reading.note'),
        back: words.t('review.back'),
        href: paths.draft(draftId),
      },
    }
    return publicDocument(draft.language, 'review/reading', model, { status: 200, headers: {} })
  },
})

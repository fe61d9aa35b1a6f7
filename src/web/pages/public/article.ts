import { z } from 'zod'
import { draftIdOf } from '../../../domain/slug.ts'
import { publicArticle } from '../../../storage/screens/public-article.ts'
import { openAction } from '../../action.ts'
import { paths } from '../../paths.ts'
import { text } from '../../response.ts'
import { publicDocument } from './document.ts'
import { publicMessage } from './message.ts'
import { presentPublic } from './presenter.ts'
import { briefly, siteAddress } from './site.ts'

/** The published page. The id at the end of the address decides; the words before it may be anything and are put right. */
export const publicArticleAction = openAction({
  method: 'get',
  path: '/read/:language/:slug',
  who: 'anyone',
  params: z.object({ language: z.string().max(35), slug: z.string().max(300) }),
  async handle({ workbench, params }) {
    const draftId = draftIdOf(params.slug)
    const article = draftId === null ? undefined : await publicArticle(workbench.storage.reader)(draftId)
    if (!article) return publicMessage(params.language, 'missing', 404)
    if (!article.isLive) return publicMessage(article.language, 'gone', 410)
    const canonical = paths.publicArticle(article.language, article.slug)
    if (params.slug !== article.slug || params.language !== article.language)
      return text('text', '', { status: 301, headers: { Location: canonical, ...briefly } })
    const model = presentPublic(article, siteAddress(workbench))
    return publicDocument(article.language, 'public/article', model, {
      status: 200,
      // Express adds an ETag of the whole page and answers If-None-Match by itself.
      headers: { ...briefly, 'Last-Modified': article.changedAt.toUTCString() },
    })
  },
})

import { z } from 'zod'
import { draftIdOf } from '../../../domain/slug.ts'
import { publicArticle } from '../../../storage/screens/public-article.ts'
import { openAction } from '../../action.ts'
import { paths } from '../../paths.ts'
import { text } from '../../response.ts'
import { publicDocument, wordsForReaders } from './document.ts'
import { presentPublic } from './presenter.ts'

/** The published page. The id at the end of the address decides; the words before it may be anything and are put right. */
export const publicArticleAction = openAction({
  method: 'get',
  path: '/read/:language/:slug',
  who: 'anyone',
  params: z.object({ language: z.string().max(35), slug: z.string().max(300) }),
  async handle({ workbench, params }) {
    const draftId = draftIdOf(params.slug)
    const article = draftId === null ? undefined : await publicArticle(workbench.storage.reader)(draftId)
    if (!article) return message(params.language, 'missing', 404)
    if (!article.isLive) return message(article.language, 'gone', 410)
    const canonical = paths.publicArticle(article.language, article.slug)
    if (params.slug !== article.slug || params.language !== article.language)
      return text('text', '', { status: 301, headers: { Location: canonical, ...briefly } })
    const model = presentPublic(article, siteAddress(workbench.config))
    return publicDocument(article.language, 'public/article', model, {
      status: 200,
      // Express adds an ETag of the whole page and answers If-None-Match by itself.
      headers: { ...briefly, 'Last-Modified': article.changedAt.toUTCString() },
    })
  },
})

const briefly = { 'Cache-Control': 'public, max-age=60' }

function message(language: string, what: 'gone' | 'missing', status: number) {
  const { t, locale } = wordsForReaders(language)
  const model = { title: t(`public.${what}.title`), message: t(`public.${what}.body`) }
  return publicDocument(locale, 'public/message', model, { status, headers: { 'Cache-Control': 'no-cache' } })
}

/** Where readers find the site: as configured, never as a request says. */
const siteAddress = ({
  publicUrl,
  host,
  port,
}: {
  readonly publicUrl: string | null
  readonly host: string
  readonly port: number
}): string => publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`

import { NotFound } from '../../../domain/errors.ts'
import { previewedArticle } from '../../../storage/screens/public-article.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { publicDocument } from '../public/document.ts'
import { presentPublic } from '../public/presenter.ts'
import { siteAddress } from '../public/site.ts'

/**
 * The very document that readers would get if the version were published now, byte for byte, made by the same hand: nothing of the desk is
 * put around it, so nothing can look otherwise.
 */
export const previewAction = action({
  method: 'get',
  path: '/versions/:versionId/preview',
  who: 'article.read',
  params: params('versionId'),
  async handle({ workbench, params: { versionId } }) {
    const article = await previewedArticle(workbench.storage.reader)(versionId, workbench.clock())
    if (!article) throw new NotFound('version-not-found')
    return publicDocument(
      article.language,
      'public/article',
      presentPublic(article, siteAddress(workbench)),
      {
        status: 200,
        headers: { 'X-Robots-Tag': 'noindex' },
      },
    )
  },
})

import { z } from 'zod'
import { NotFound } from '../../../domain/errors.ts'
import { targetOf, type ExportedArticle } from '../../../domain/exported-article.ts'
import { slugOf } from '../../../domain/slug.ts'
import { exportedArticle } from '../../../storage/screens/exported-article.ts'
import { exportArticle, exportFormats } from '../../../workflows/export-article.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import { id } from '../../fields.ts'
import { text, type Response } from '../../response.ts'

const format = z.enum(exportFormats)

/** A version as a file to take away. */
export const exportVersionAction = action({
  method: 'get',
  path: '/versions/:versionId/export/:format',
  who: 'article.read',
  params: z.object({ versionId: id, format }),
  handle: ({ workbench, params: { versionId, format } }) => exported(workbench, { versionId }, format),
})

/** The same of a draft as it stands. */
export const exportDraftAction = action({
  method: 'get',
  path: '/drafts/:draftId/export/:format',
  who: 'article.read',
  params: z.object({ draftId: id, format }),
  handle: ({ workbench, params: { draftId, format } }) => exported(workbench, { draftId }, format),
})

async function exported(
  { storage }: Workbench,
  of: Parameters<ReturnType<typeof exportedArticle>>[0],
  format: (typeof exportFormats)[number],
): Promise<Response> {
  const article = await exportedArticle(storage.reader)(of)
  if (!article) throw new NotFound('versionId' in of ? 'version-not-found' : 'draft-not-found')
  const { body, mediaType, extension } = await exportArticle(article, format)
  return text(mediaType, body, { headers: { 'Content-Disposition': attachment(article, extension) } })
}

/** The title in its own letters (RFC 6266), and in plain ones for whoever cannot read those. */
function attachment(article: ExportedArticle, extension: string): string {
  const { units, draftId, versionNumber, sourceLanguage } = article
  const title = units.find(({ kind }) => kind === 'title')
  const suffix = `${versionNumber === null ? '' : `-v${versionNumber}`}.${extension}`
  const source = title?.segments.map(({ source, sourceAfter }) => source + sourceAfter).join('') ?? ''
  const plain = slugOf(source, sourceLanguage, draftId) + suffix
  const own = title ? fileName(targetOf(title)) : ''
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(own === '' ? plain : own + suffix)}`
}

/** No system takes these in a name, and none takes a very long one. */
const fileName = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f"*/:<>?\\|]+/g, ' ')
    .trim()
    .slice(0, 60)
    .toWellFormed()
    .trim()

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

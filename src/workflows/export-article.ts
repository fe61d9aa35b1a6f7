import type { ExportedArticle } from '../domain/exported-article.ts'
import { writers } from '../formats/writers.ts'

/** The ids of all files that an article can be had as. */
export const exportFormats = writers.map(({ id }) => id)

export type ExportFormat = (typeof writers)[number]['id']

/** An article as a file of the format asked for. */
export async function exportArticle(article: ExportedArticle, format: ExportFormat) {
  const writer = writers.find(({ id }) => id === format)
  if (!writer) throw new Error(`no format ${format}`)
  const { extension, mediaType } = writer
  return { extension, mediaType, body: await writer.write(article) }
}

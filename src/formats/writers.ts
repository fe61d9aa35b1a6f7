import { writeDocx } from './docx.ts'
import type { ExportedArticle } from '../domain/exported-article.ts'
import { writeTmx } from './tmx.ts'
import { writeHtml } from './version-html.ts'
import { writeText } from './version-text.ts'
import { writeXliff } from './xliff.ts'

/** A kind of file that an article leaves the desk as. */
export interface Writer {
  readonly id: string
  readonly extension: string
  readonly mediaType: string
  write(article: ExportedArticle): string | Promise<Uint8Array>
}

/** THE LIST of files that a version or a draft can be had as. */
export const writers = [
  { id: 'html', extension: 'html', mediaType: 'text/html; charset=utf-8', write: writeHtml },
  { id: 'text', extension: 'txt', mediaType: 'text/plain; charset=utf-8', write: writeText },
  {
    id: 'docx',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  { id: 'xliff', extension: 'xlf', mediaType: 'application/xliff+xml', write: writeXliff },
  { id: 'tmx', extension: 'tmx', mediaType: 'application/x-tmx+xml', write: writeTmx },
] as const satisfies readonly Writer[]

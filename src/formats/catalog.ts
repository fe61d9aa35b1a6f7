import { articleHtml } from './article-html.ts'
import type { Format } from './format.ts'
import type { ImportedPage } from './imported-page.ts'
import { plainText } from './plain-text.ts'

/** Formats that hold one page in one language. The first that recognizes a text reads it; the last recognizes everything. */
export const pageFormats: readonly Format<ImportedPage>[] = [articleHtml, plainText]

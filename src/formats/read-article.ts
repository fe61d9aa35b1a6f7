import { pageFormats } from './catalog.ts'
import { acceptText } from './check-text.ts'
import { decodeText } from './decode-text.ts'
import { limits, type Reading } from './format.ts'
import type { ImportedPage } from './imported-page.ts'
import { plainText } from './plain-text.ts'

/** An article as somebody hands it over: pasted text, or a file. */
export type ArticleInput =
  | { readonly text: string; readonly language: string }
  | { readonly bytes: Uint8Array; readonly fileName: string; readonly language: string }

/** From whatever was handed over to the page found in it. Never throws. */
export function readArticle(input: ArticleInput): Reading<ImportedPage> {
  const decoded =
    'text' in input
      ? acceptText(input.text, limits.articleCharacters)
      : decodeText(new Uint8Array(input.bytes))
  if (!decoded.ok) return decoded
  const format = pageFormats.find((known) => known.recognizes(decoded.text)) ?? plainText
  return format.read(decoded.text, input.language)
}

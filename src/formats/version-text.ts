import { targetOf, type ExportedArticle } from '../domain/exported-article.ts'

/** The target text alone, a blank line between its blocks. */
export const writeText = ({ units }: ExportedArticle): string =>
  `${units
    .map((unit) => targetOf(unit).trim())
    .filter((text) => text !== '')
    .join('\n\n')}\n`

import { foldCase } from '../text/fold-case.ts'

/** Under which a name is known through an article: normalized, lower case, without hyphens; `HÀ NỘI` and `Hà Nội` are one. */
export const nameKey = (name: string): string =>
  foldCase(name.normalize('NFC'))
    .replace(/[\s–—-]+/g, ' ')
    .trim()

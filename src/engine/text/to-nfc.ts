import { composeCanonically, normalizeWith } from './normalize.ts'

/** Canonical composition as `normalize` does it: `String.normalize` takes quadratic time on long runs of marks. */
export const toNfc = (text: string): string => normalizeWith([composeCanonically], text).text

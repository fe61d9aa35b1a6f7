import type { Check } from './check.ts'
import type { DraftCheck } from './draft-check.ts'
import { eraMixed } from './era-mixed.ts'
import { nameUntransliterated } from './name-untransliterated.ts'
import { numbersDiffer } from './numbers-differ.ts'
import { targetEmpty } from './target-empty.ts'
import { targetUntranslated } from './target-untranslated.ts'
import { termDeprecated } from './term-deprecated.ts'
import { termMissing } from './term-missing.ts'

/** The checks of one segment, in the order a reader should see them. */
export const checks: readonly Check[] = [
  targetEmpty,
  targetUntranslated,
  nameUntransliterated,
  termDeprecated,
  termMissing,
  numbersDiffer,
]

/** The checks of a whole draft. */
export const draftChecks: readonly DraftCheck[] = [eraMixed]

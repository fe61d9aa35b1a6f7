import type { Check } from './check.ts'
import type { DraftCheck } from './draft-check.ts'
import { addressChanged } from './address-changed.ts'
import { bracketsUnpaired } from './brackets-unpaired.ts'
import { codeChanged } from './code-changed.ts'
import { digitsMixed } from './digits-mixed.ts'
import { eraMixed } from './era-mixed.ts'
import { latinGlued } from './latin-glued.ts'
import { lengthUnlikely } from './length-unlikely.ts'
import { machineTextUnread } from './machine-text-unread.ts'
import { marksMisordered } from './marks-misordered.ts'
import { nameInconsistent } from './name-inconsistent.ts'
import { nameUntransliterated } from './name-untransliterated.ts'
import { nameVariant } from './name-variant.ts'
import { numbersDiffer } from './numbers-differ.ts'
import { quotesUnpaired } from './quotes-unpaired.ts'
import { repeatedWord } from './repeated-word.ts'
import { repetitionMarkSpacing } from './repetition-mark-spacing.ts'
import { sentenceAdded } from './sentence-added.ts'
import { sentenceOmitted } from './sentence-omitted.ts'
import { sourceWordsLeft } from './source-words-left.ts'
import { spaceBeforeMark } from './space-before-mark.ts'
import { spaceInWord } from './space-in-word.ts'
import { spacesDoubled } from './spaces-doubled.ts'
import { strayStart } from './stray-start.ts'
import { targetEmpty } from './target-empty.ts'
import { targetUntranslated } from './target-untranslated.ts'
import { termAdmitted } from './term-admitted.ts'
import { termDeprecated } from './term-deprecated.ts'
import { termInconsistent } from './term-inconsistent.ts'
import { termMissing } from './term-missing.ts'
import { termsMerged } from './terms-merged.ts'

/** The checks of one segment, in the order a reader should see them. */
export const checks: readonly Check[] = [
  targetEmpty,
  targetUntranslated,
  sentenceOmitted,
  sentenceAdded,
  lengthUnlikely,
  sourceWordsLeft,
  nameUntransliterated,
  nameVariant,
  termDeprecated,
  termMissing,
  termAdmitted,
  termsMerged,
  numbersDiffer,
  addressChanged,
  codeChanged,
  repeatedWord,
  strayStart,
  spaceInWord,
  spacesDoubled,
  spaceBeforeMark,
  repetitionMarkSpacing,
  latinGlued,
  bracketsUnpaired,
  marksMisordered,
]

/** The checks of a whole draft. */
export const draftChecks: readonly DraftCheck[] = [
  eraMixed,
  nameInconsistent,
  termInconsistent,
  digitsMixed,
  quotesUnpaired,
  machineTextUnread,
]

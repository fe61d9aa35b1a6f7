import type { DraftState } from '../../../domain/article.ts'
import type { Severity } from '../../../engine/checks/check.ts'

type Tone = 'neutral' | 'info' | 'warn' | 'bad' | 'good'

/** The colour that goes with a state's word: whose turn it is, and what readers see. */
export const stateTone: Readonly<Record<DraftState, Tone>> = {
  'source-only': 'neutral',
  imported: 'neutral',
  'in-translation': 'info',
  submitted: 'warn',
  returned: 'bad',
  approved: 'good',
  published: 'good',
  stale: 'warn',
  withdrawn: 'neutral',
}

export const severityTone: Readonly<Record<Severity, Tone>> = {
  critical: 'bad',
  major: 'bad',
  minor: 'warn',
  neutral: 'neutral',
}

import type { Severity } from '../engine/checks/check.ts'
import { Forbidden, Refused } from './errors.ts'
import type { Actor } from './people.ts'

export type VersionState = 'submitted' | 'approved' | 'returned'

/** What an editor says of one segment of a version. */
export const verdicts = ['accepted', 'sent-back'] as const
export type Verdict = (typeof verdicts)[number]

export interface Version {
  readonly id: number
  readonly draftId: number
  readonly articleId: number
  readonly number: number
  readonly state: VersionState
  readonly submittedBy: number
  readonly submittedAt: Date
  readonly note: string
  /** Number of the latest glossary change when it was submitted. */
  readonly glossaryChange: number
}

/** Open findings of these severities hold a submission back. */
export const blockingSeverities = ['major', 'critical'] as const satisfies readonly Severity[]

/** True for a finding that must be mended, or dismissed with a reason, before its draft is submitted. */
export const isBlocking = (severity: Severity, dismissal: object | null): boolean =>
  dismissal === null && (blockingSeverities as readonly Severity[]).includes(severity)

export interface SubmissionFacts {
  readonly segments: number
  readonly latest: VersionState | null
  /** The draft reads otherwise than its latest version, or has none. */
  readonly changed: boolean
  /** The glossary was changed after the latest version: the same words may be judged anew, and a stale article be freshened. */
  readonly glossaryMovedOn: boolean
  /** Findings for which `isBlocking` holds. */
  readonly blocking: number
}

/** Why a draft may not be submitted now, or null. A returned version may come again as it is: its note may have been answered. */
export function submissionRefusal(facts: SubmissionFacts): Refused | null {
  const { segments, latest, changed, glossaryMovedOn, blocking } = facts
  if (latest === 'submitted') return new Refused('already-submitted')
  if (segments === 0) return new Refused('nothing-to-submit')
  if (latest === 'approved' && !changed && !glossaryMovedOn) return new Refused('nothing-new')
  if (blocking > 0) return new Refused('open-findings', { count: blocking })
  return null
}

/** Why somebody may not decide a version; a page says it instead of showing a button. */
export type Hindrance = 'decided' | 'own-submission' | 'own-words'

/** A version is decided once, and never by somebody who submitted it or wrote any of its text. */
export function decisionHindrance(
  version: Pick<Version, 'state' | 'submittedBy'>,
  editor: Pick<Actor, 'id'>,
  writers: readonly number[],
): Hindrance | null {
  if (version.state !== 'submitted') return 'decided'
  if (version.submittedBy === editor.id) return 'own-submission'
  return writers.includes(editor.id) ? 'own-words' : null
}

export function assertMayDecide(version: Version, editor: Actor, writers: readonly number[]): void {
  const hindrance = decisionHindrance(version, editor, writers)
  if (hindrance === 'decided') throw new Refused('version-not-submitted')
  if (hindrance !== null) throw new Forbidden('own-work')
}

/** A version with something to mend in it is returned, not approved. Throws Refused. */
export function assertNothingSentBack(decisions: readonly { readonly verdict: Verdict }[]): void {
  const count = decisions.filter(({ verdict }) => verdict === 'sent-back').length
  if (count > 0) throw new Refused('segments-sent-back', { count })
}

/** Only what was approved is published; an older approved version may take the place of a newer one. */
export function assertMayPublish(version: Version, live: { readonly versionId: number } | undefined): void {
  if (version.state !== 'approved') throw new Refused('version-not-approved')
  if (live?.versionId === version.id) throw new Refused('already-published')
}

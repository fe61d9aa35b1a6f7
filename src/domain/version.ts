import { Forbidden, Refused } from './errors.ts'
import type { Actor } from './people.ts'

export type VersionState = 'submitted' | 'approved' | 'returned'

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

/** A version may be decided once, and never by somebody who submitted it or wrote any of its text. */
export function assertMayDecide(version: Version, editor: Actor, writers: readonly number[]): void {
  if (version.state !== 'submitted') throw new Refused('version-not-submitted')
  if (version.submittedBy === editor.id || writers.includes(editor.id)) throw new Forbidden('own-work')
}

/** Open findings of these severities hold a submission back. */
export const blockingSeverities = ['major', 'critical'] as const

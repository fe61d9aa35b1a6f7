import type { Finding } from '../engine/checks/check.ts'

/** How a person wants a name written in one article. Stronger than any rule, and heard by every check of names. */
export interface NameDecision {
  /** As the engine calls the name: `values.name` of its findings, `key` of its renderings. */
  readonly name: string
  readonly form: string
}

/**
 * What is decided by saying that a finding is no fault: that the form it found is right. Null when that was never in doubt: the finding is
 * about no name, or about a right form among others.
 */
export function decidedByDismissing({ check, values }: Finding): NameDecision | null {
  const { name, found } = values ?? {}
  return doubtsForm.includes(check) && typeof name === 'string' && typeof found === 'string'
    ? { name, form: found }
    : null
}

const doubtsForm: readonly string[] = ['name-variant', 'name-untransliterated']

/** What is decided by putting one of the offered forms in the place of what a finding found. */
export function decidedByReplacing({ check, values }: Finding, replacement: string): NameDecision | null {
  const name = values?.name
  return check.startsWith('name-') && typeof name === 'string' ? { name, form: replacement } : null
}

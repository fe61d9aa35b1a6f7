/** Values for the placeholders of a message in `locales/`. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * What a person can be told and can act on. `key` is a locale key below `errors.`; anything that is not one of these five
 * is a bug and is shown as a plain failure.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'refused'
  readonly key: string
  readonly values: MessageValues
  constructor(key: string, values: MessageValues = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}

/** The thing asked for does not exist, or not for this person. */
export class NotFound extends DomainError {
  readonly kind = 'not-found'
}

/** This person may not do this. */
export class Forbidden extends DomainError {
  readonly kind = 'forbidden'
}

/** One thing wrong with what was sent: which field, where in it, and why. */
export interface Problem {
  readonly field: string
  readonly key: string
  readonly values?: MessageValues
}

/** What was sent cannot be read. */
export class Invalid extends DomainError {
  readonly kind = 'invalid'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[], key = 'invalid') {
    super(key)
    this.problems = problems
  }
}

/** Somebody was there first: `current` is what stands now. */
export class Conflict extends DomainError {
  readonly kind = 'conflict'
  readonly current: Readonly<Record<string, string | number | null>>
  constructor(key: string, current: Readonly<Record<string, string | number | null>> = {}) {
    super(key)
    this.current = current
  }
}

/** The desk's rules do not allow it now. */
export class Refused extends DomainError {
  readonly kind = 'refused'
}

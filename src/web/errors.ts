import type { DomainError } from '../domain/errors.ts'

export const statusOf: Readonly<Record<DomainError['kind'], number>> = {
  'not-found': 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  refused: 422,
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/** True when the error says that the database cannot be reached or is going away: the request may be repeated later. */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseGone)
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  // Class 08: connection exception; 57: operator intervention (shutdown, crash, starting up, time limit); 53: no resources left;
  // 40: rolled back to let another go first; 25006: a standby that takes no writes.
  if (typeof code === 'string' && (networkCodes.has(code) || /^(08|57|53|40|25006)/.test(code))) return true
  return (
    error.name === 'KnexTimeoutError' ||
    /Connection terminated|timeout exceeded when trying to connect|timeout expired|Connection ended unexpectedly|not queryable|acquiring a connection/i.test(
      error.message,
    )
  )
}

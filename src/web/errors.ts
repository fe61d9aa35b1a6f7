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
  // Class 08: connection exception; 57P: operator intervention (shutdown, crash, starting up); 53: no resources left.
  if (typeof code === 'string' && (networkCodes.has(code) || /^(08|57P|53)/.test(code))) return true
  return (
    error.name === 'KnexTimeoutError' ||
    /Connection terminated|timeout exceeded when trying to connect|Connection ended unexpectedly|acquiring a connection/i.test(
      error.message,
    )
  )
}

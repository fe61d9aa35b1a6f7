import { csrfSync } from 'csrf-sync'

/** A token kept in the session, sent back by every form (`_csrf`) or script (`X-CSRF-Token`). */
export const {
  csrfSynchronisedProtection: checkCsrf,
  generateToken: csrfToken,
  invalidCsrfTokenError,
} = csrfSync({
  // In bytes. It stands in every form of a page, some hundred times.
  size: 32,
  getTokenFromRequest: (request) =>
    request.get('x-csrf-token') ?? (request.body as { _csrf?: string } | undefined)?._csrf,
})

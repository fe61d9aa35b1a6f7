import type { Action } from './action.ts'

/** THE LIST of pages that look the same to everybody and need no session. */
export const publicActions: readonly Action[] = [
  // public
]

/** THE LIST of the desk's pages and actions, in the order of a day's work. Each says who may use it. */
export const deskActions: readonly Action[] = [
  // account
  // articles
  // imports
  // review
  // versions
  // glossary
  // checks
  // people
]

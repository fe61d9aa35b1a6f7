import type { DraftState } from './article.ts'
import type { Actor, Role } from './people.ts'

/** Whose turn it is to do something about a draft. What is published and needs nothing is nobody's. */
const turnOf: Readonly<Partial<Record<DraftState, Extract<Role, 'translator' | 'editor'>>>> = {
  imported: 'translator',
  'in-translation': 'translator',
  returned: 'translator',
  submitted: 'editor',
  approved: 'editor',
  stale: 'editor',
}

export const openStates = Object.keys(turnOf) as DraftState[]

export interface Waiting {
  readonly state: DraftState
  readonly translatorId: number | null
  readonly editorId: number | null
  /** Of the latest version. */
  readonly submittedBy: number | null
  /** They wrote in it, or submitted it: they may not decide it. */
  readonly mayDecide: boolean
}

/** `mine`: this person is waited for; `free`: nobody has it whose turn it is, and this person may take it; else neither. */
export function waitingFor(actor: Pick<Actor, 'id' | 'roles'>, draft: Waiting): 'mine' | 'free' | null {
  const turn = turnOf[draft.state]
  if (!turn) return null
  const holder = turn === 'editor' ? draft.editorId : draft.translatorId
  if (holder !== null) return holder === actor.id ? 'mine' : null
  if (!actor.roles.includes(turn)) return null
  if (turn === 'editor') return draft.state === 'submitted' && !draft.mayDecide ? null : 'mine'
  return draft.state === 'returned' && draft.submittedBy === actor.id ? 'mine' : 'free'
}

/** How the queue may be ordered. By `due`: what is due first, and then what has waited longest. */
export const queueOrders = ['due', 'waiting', 'blocking', 'names', 'unread', 'edited', 'size'] as const
export type QueueOrder = (typeof queueOrders)[number]

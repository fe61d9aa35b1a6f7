import type { Actor, Role } from './people.ts'

export const unitKinds = ['title', 'lead', 'heading', 'paragraph', 'caption'] as const
/** What a block of an article is. */
export type UnitKind = (typeof unitKinds)[number]

/** Where an article's draft stands, derived from its versions, decisions and publications; never stored. */
export const draftStates = [
  'source-only',
  'imported',
  'in-translation',
  'submitted',
  'returned',
  'approved',
  'published',
  'stale',
  'withdrawn',
] as const
export type DraftState = (typeof draftStates)[number]

export interface DraftFacts {
  readonly hasTarget: boolean
  readonly touchedByPerson: boolean
  readonly latestVersion: 'submitted' | 'returned' | 'approved' | null
  /** A person wrote something after the latest version was made. */
  readonly changedSinceVersion: boolean
  readonly publication: 'live' | 'withdrawn' | null
  /** A concept of the article changed after the published version was checked. */
  readonly glossaryMovedOn: boolean
}

/** The one word for where a draft stands. What readers see (published, stale) weighs more than work going on behind it. */
export function draftState(facts: DraftFacts): DraftState {
  if (facts.latestVersion === 'submitted') return 'submitted'
  if (facts.publication === 'live') return facts.glossaryMovedOn ? 'stale' : 'published'
  if (facts.latestVersion === 'returned') return 'returned'
  if (facts.latestVersion === 'approved' && !facts.changedSinceVersion)
    return facts.publication === 'withdrawn' ? 'withdrawn' : 'approved'
  if (!facts.hasTarget) return 'source-only'
  return facts.touchedByPerson ? 'in-translation' : 'imported'
}

/** In which states a draft is whose turn. */
const turns: Readonly<Record<Role, readonly DraftState[]>> = {
  translator: ['imported', 'in-translation', 'returned', 'stale'],
  editor: ['submitted', 'approved', 'stale'],
  terminologist: [],
  administrator: ['source-only'],
}

/** True when a draft waits for this person. Nobody waits to decide their own submission; open questions are the terminologist's too. */
export function waitsFor(
  actor: Pick<Actor, 'id' | 'roles'>,
  draft: { readonly state: DraftState; readonly version: { readonly submittedBy: number } | null },
  hasOpenComments: boolean,
): boolean {
  if (draft.state === 'submitted' && draft.version?.submittedBy === actor.id) return false
  return actor.roles.some(
    (role) => turns[role].includes(draft.state) || (role === 'terminologist' && hasOpenComments),
  )
}

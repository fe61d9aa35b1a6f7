export const termStatuses = ['preferred', 'admitted', 'deprecated', 'superseded'] as const
/** TBX administrative status. */
export type TermStatus = (typeof termStatuses)[number]

export interface Term {
  readonly language: string
  readonly text: string
  readonly status: TermStatus
  readonly caseSensitive: boolean
}

/** One meaning, with the words for it in each language. */
export interface Concept {
  readonly id: number
  readonly subject: string
  readonly definition: string
  readonly note: string
  /** Where the decision comes from: a rule, a gazette, a house decision. */
  readonly source: string
  readonly deprecated: boolean
  readonly terms: readonly Term[]
}

export type ConceptContent = Omit<Concept, 'id' | 'deprecated'>

export const subjects = [
  'places',
  'government',
  'party',
  'titles',
  'administrative-units',
  'administration',
  'economy',
  'society',
  'environment',
  'culture',
  'international',
  'science',
] as const

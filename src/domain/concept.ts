export const termStatuses = ['preferred', 'admitted', 'deprecated', 'superseded'] as const
/** TBX administrative status. */
export type TermStatus = (typeof termStatuses)[number]

export interface Term {
  readonly language: string
  readonly text: string
  readonly status: TermStatus
  readonly caseSensitive: boolean
  /** Phrases in which the letters of its language's terms are another word; see `term-usage.ts`. */
  readonly exclusions?: readonly string[]
  /** Words of which one stands near where the concept is meant, when other concepts go by the same term. */
  readonly contextWords?: readonly string[]
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

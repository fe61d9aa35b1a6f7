import type { Span } from '../text/span.ts'

/**
 * The smallest group of source sentences matched with a stretch of the target (Brown et al. 1991). A sentence that was left out has
 * no target; what the translation adds has no source; never neither.
 */
export interface Bead {
  readonly source: Span | null
  readonly target: Span | null
  /** How probable it is that a person would have drawn this very bead, from 0 to 1. */
  readonly confidence: number
}

/**
 * Beads in the order of both texts. On each side every character that is not white space lies in exactly one bead,
 * and between two neighbouring spans there is nothing but white space.
 */
export type Alignment = readonly Bead[]

/** Two expressions known to correspond, such as a glossary's terms. */
export interface KnownPair {
  readonly source: string
  readonly target: string
}

/** XLIFF 2.1's four states. */
export const segmentStates = ['initial', 'translated', 'reviewed', 'final'] as const
export type SegmentState = (typeof segmentStates)[number]

/** Of two states the lower one: states go down by themselves, and up only by a person's word. */
export const lower = (a: SegmentState, b: SegmentState): SegmentState =>
  segmentStates.indexOf(a) < segmentStates.indexOf(b) ? a : b

/** What a new text leaves of a state: no text that an editor has not seen counts as reviewed or final. */
export const stateOfNewText = (state: SegmentState): SegmentState => lower(state, 'translated')

/** Where a revision's text came from. */
export type Origin = 'machine' | 'memory' | 'person'

/** The longest target text of one segment, in UTF-16 units. */
export const longestSegment = 20_000

/** Below this, the aligner's word is worth a look: on translations it had not seen, about half of the segments below are wrong. */
export const doubtfulBelow = 0.6

/** True when somebody should look whether source and target belong together; whoever confirmed the segment has looked. */
export const isAlignmentDoubtful = ({
  state,
  alignmentConfidence,
}: Pick<Segment, 'state' | 'alignmentConfidence'>): boolean =>
  state === 'initial' && alignmentConfidence !== null && alignmentConfidence < doubtfulBelow

export interface Segment {
  readonly id: number
  readonly draftId: number
  readonly unitId: number
  readonly position: string
  readonly sourceText: string
  /** White space between this source text and the next within its unit. */
  readonly sourceAfter: string
  readonly targetAfter: string
  readonly state: SegmentState
  /** How sure the aligner was that the two texts belong together, from 0 to 1; null when a person has cut them so, or no aligner. */
  readonly alignmentConfidence: number | null
  readonly retired: boolean
  readonly revision: Revision
}

export interface Revision {
  readonly id: number
  readonly number: number
  readonly text: string
  readonly origin: Origin
  readonly authorId: number | null
  readonly createdAt: Date
}

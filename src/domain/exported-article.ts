import type { UnitKind } from './article.ts'
import type { SegmentState } from './segment.ts'

/** A version, or a draft as it stands, as it leaves the desk: everything that a writer of files may tell. */
export interface ExportedArticle {
  readonly articleId: number
  readonly draftId: number
  /** Null for a draft. */
  readonly versionNumber: number | null
  /** Number of the latest glossary change that the text was checked against. */
  readonly glossaryChange: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceUrl: string | null
  readonly units: readonly ExportedUnit[]
}

export interface ExportedUnit {
  readonly id: number
  readonly kind: UnitKind
  readonly segments: readonly ExportedSegment[]
}

export interface ExportedSegment {
  readonly id: number
  readonly source: string
  /** White space between this source text and the next of its unit. */
  readonly sourceAfter: string
  readonly target: string
  readonly targetAfter: string
  readonly state: SegmentState
  readonly changedAt: Date
  /** Whoever wrote the target text; null when nobody did. */
  readonly changedBy: string | null
  /** What is still asked about it. */
  readonly comments: readonly { readonly id: number; readonly author: string; readonly body: string }[]
}

/** A text of a unit in one piece, as its article has it. */
export const sourceOf = ({ segments }: ExportedUnit): string =>
  segments.map(({ source, sourceAfter }) => source + sourceAfter).join('')

export const targetOf = ({ segments }: ExportedUnit): string =>
  segments.map(({ target, targetAfter }) => target + targetAfter).join('')

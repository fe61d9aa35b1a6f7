import type { AlignedArticle } from '../domain/align-article.ts'
import type { NewSegment } from '../storage/repositories/segments.ts'

/** What a segment's history begins with, beside its current text: the machine's, and who wrote the current one. */
export interface FirstTexts {
  readonly machine: string
  readonly authorId: number | null
}

/** Segments from aligned pieces. Where a person has changed the machine's text, both are in the history. */
export const alignedSegments = (
  { pieces }: AlignedArticle,
  unitIds: readonly number[],
  texts: readonly FirstTexts[],
): NewSegment[] =>
  pieces.map(({ unit, sourceText, sourceAfter, targetText, targetAfter, confidence }, index) => {
    const unitId = unitIds[unit]
    const first = texts[index]
    if (unitId === undefined || !first) throw new Error('a piece lies in no unit')
    const { machine, authorId } = first
    return {
      unitId,
      position: String((index + 1) * 8),
      sourceText,
      sourceAfter,
      targetAfter,
      state: 'initial',
      alignmentConfidence: confidence,
      revisions: [
        { text: machine, origin: 'machine', authorId: null },
        ...(targetText === machine ? [] : [{ text: targetText, origin: 'person' as const, authorId }]),
      ],
    }
  })

import type { Knex } from 'knex'
import { isBlocking } from '../../domain/version.ts'
import type { Severity } from '../../engine/checks/check.ts'
import { createFindings } from '../repositories/findings.ts'
import { createSegments } from '../repositories/segments.ts'

export interface BlockingFinding {
  readonly id: number
  readonly segmentId: number
  readonly check: string
  readonly severity: Severity
  readonly values: Readonly<Record<string, string | number>>
  /** The words that it points at, and the language they are in. */
  readonly covered: string
  readonly side: 'source' | 'target'
  readonly sourceText: string
}

/** What keeps a draft from being submitted, in reading order. */
export const blockingFindings =
  (knex: Knex) =>
  async (draftId: number): Promise<BlockingFinding[]> => {
    const findings = await createFindings(knex).list(draftId)
    const segments = new Map((await createSegments(knex).list(draftId)).map((segment) => [segment.id, segment]))
    return findings.flatMap(({ id, segmentId, finding, dismissal }) => {
      const segment = segments.get(segmentId)
      if (!segment || !isBlocking(finding.severity, dismissal)) return []
      const text = finding.side === 'source' ? segment.sourceText : segment.revision.text
      return [
        {
          id,
          segmentId,
          check: finding.check,
          severity: finding.severity,
          values: finding.values ?? {},
          covered: text.slice(finding.span.start, finding.span.end),
          side: finding.side,
          sourceText: segment.sourceText,
        },
      ]
    })
  }

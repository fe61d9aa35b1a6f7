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
  readonly sourceText: string
  readonly targetText: string
}

/** What keeps a draft from being submitted, in reading order. */
export const blockingFindings =
  (knex: Knex) =>
  async (draftId: number): Promise<BlockingFinding[]> => {
    const findings = await createFindings(knex).list(draftId)
    const segments = new Map(
      (await createSegments(knex, () => undefined).list(draftId)).map((segment) => [segment.id, segment]),
    )
    return findings.flatMap(({ id, segmentId, finding, dismissal }) => {
      const segment = segments.get(segmentId)
      if (!segment || !isBlocking(finding.severity, dismissal)) return []
      return [
        {
          id,
          segmentId,
          check: finding.check,
          severity: finding.severity,
          values: finding.values ?? {},
          sourceText: segment.sourceText,
          targetText: segment.revision.text,
        },
      ]
    })
  }

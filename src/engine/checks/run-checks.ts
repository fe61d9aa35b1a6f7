import type { AnalyzedSegment } from '../analyze.ts'
import { checks as allChecks, draftChecks as allDraftChecks } from './catalog.ts'
import type { Check, Finding, RawFinding, Severity } from './check.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'

/** More findings than this in one segment help nobody, and would make a hostile text slow. */
const MAX_FINDINGS = 200

/** The findings of one segment in reading order, without duplicates. */
export function runChecks(
  segment: AnalyzedSegment,
  checks: readonly Check[] = allChecks,
): readonly Finding[] {
  const found = checks.flatMap((check) => check.run(segment).map((finding) => raise(check, finding)))
  return withoutDuplicates(found).slice(0, MAX_FINDINGS).toSorted(byPosition)
}

/** The findings of a whole draft, by segment id; segments without findings are left out. */
export function runDraftChecks(
  segments: readonly DraftSegment[],
  checks: readonly DraftCheck[] = allDraftChecks,
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const check of checks) {
    for (const { segmentId, finding } of check.run(segments)) {
      const known = found.get(segmentId) ?? []
      found.set(segmentId, known)
      if (known.length < MAX_FINDINGS) known.push(raise(check, finding))
    }
  }
  return new Map(
    Array.from(found, ([id, findings]) => [id, withoutDuplicates(findings).toSorted(byPosition)] as const),
  )
}

function raise(check: { readonly id: string; readonly severity: Severity }, finding: RawFinding): Finding {
  return { severity: check.severity, ...finding, check: check.id }
}

function withoutDuplicates(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ check, side, span }) => {
    const key = `${check} ${side} ${span.start} ${span.end}`
    return !seen.has(key) && seen.add(key)
  })
}

/** By place in the target, then what can only be shown in the source. */
const byPosition = (a: Finding, b: Finding): number =>
  (a.side === b.side ? 0 : a.side === 'target' ? -1 : 1) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end

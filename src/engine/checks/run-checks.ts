import type { AnalyzedSegment } from '../analyze.ts'
import { checks as allChecks, draftChecks as allDraftChecks } from './catalog.ts'
import { severities, type Check, type Finding, type RawFinding, type Severity } from './check.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'

/** More findings than this in one segment help nobody, and would make a hostile text slow. */
const MAX_FINDINGS = 200

/**
 * How grave a desk takes the findings of a check to be, by id; `off` is a check that does not run. A check that is not named keeps its
 * own severity. A finding that its check takes to be milder or graver than usual stays as many steps away from what the desk says.
 */
export type SeveritySettings = ReadonlyMap<string, Severity | 'off'>

/** The findings of one segment in reading order, without duplicates. */
export function runChecks(
  segment: AnalyzedSegment,
  checks: readonly Check[] = allChecks,
  settings: SeveritySettings = new Map(),
): readonly Finding[] {
  const found = checks
    .filter(({ id }) => settings.get(id) !== 'off')
    .flatMap((check) => check.run(segment).map((finding) => raise(check, finding, settings)))
  return withoutDuplicates(found).slice(0, MAX_FINDINGS).toSorted(byPosition)
}

/** The findings of a whole draft, by segment id; segments without findings are left out. */
export function runDraftChecks(
  segments: readonly DraftSegment[],
  checks: readonly DraftCheck[] = allDraftChecks,
  settings: SeveritySettings = new Map(),
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const check of checks) {
    if (settings.get(check.id) === 'off') continue
    for (const { segmentId, finding } of check.run(segments)) {
      const known = found.get(segmentId) ?? []
      found.set(segmentId, known)
      if (known.length < MAX_FINDINGS) known.push(raise(check, finding, settings))
    }
  }
  return new Map(
    Array.from(found, ([id, findings]) => [id, withoutDuplicates(findings).toSorted(byPosition)] as const),
  )
}

function raise(check: Check | DraftCheck, finding: RawFinding, settings: SeveritySettings): Finding {
  const wanted = settings.get(check.id)
  const base = wanted === undefined || wanted === 'off' ? check.severity : wanted
  const steps = finding.severity
    ? severities.indexOf(finding.severity) - severities.indexOf(check.severity)
    : 0
  const level = Math.min(Math.max(severities.indexOf(base) + steps, 0), severities.length - 1)
  return { ...finding, severity: severities[level]!, check: check.id }
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

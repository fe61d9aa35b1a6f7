import type { AnalyzedSegment } from '../analyze.ts'
import { checks as allChecks, draftChecks as allDraftChecks } from './catalog.ts'
import type { Check, Finding, RawFinding, Severity } from './check.ts'
import type { DraftCheck, DraftSegment } from './draft-check.ts'
import { fingerprint } from './fingerprint.ts'

export interface RunOptions {
  readonly checks?: readonly Check[]
  /** Fingerprints that a person has dismissed. */
  readonly dismissed?: ReadonlySet<string>
}

/** More findings than this in one segment help nobody, and would make a hostile text slow. */
const MAX_FINDINGS = 200

/** The findings of one segment in reading order: duplicates and dismissed ones are left out. */
export function runChecks(
  segment: AnalyzedSegment,
  { checks = allChecks, dismissed = new Set() }: RunOptions = {},
): readonly Finding[] {
  const found = checks.flatMap((check) => check.run(segment).map((finding) => raise(check, finding)))
  return withoutDismissed(withoutDuplicates(found).slice(0, MAX_FINDINGS), segment, dismissed).toSorted(
    byPosition,
  )
}

/** The findings of a whole draft, by segment id; segments without findings are left out. */
export function runDraftChecks(
  segments: readonly DraftSegment[],
  {
    checks = allDraftChecks,
    dismissed = () => new Set(),
  }: {
    readonly checks?: readonly DraftCheck[]
    readonly dismissed?: (segmentId: number) => ReadonlySet<string>
  } = {},
): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const check of checks) {
    for (const { segmentId, finding } of check.run(segments)) {
      const known = found.get(segmentId) ?? []
      found.set(segmentId, known)
      if (known.length < MAX_FINDINGS) known.push(raise(check, finding))
    }
  }
  const kept = segments.flatMap((segment) => {
    const raised = withoutDuplicates(found.get(segment.id) ?? [])
    const open = withoutDismissed(raised, segment, dismissed(segment.id)).toSorted(byPosition)
    return open.length > 0 ? [[segment.id, open] as const] : []
  })
  return new Map(kept)
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

const withoutDismissed = (
  findings: readonly Finding[],
  { source, target }: AnalyzedSegment,
  dismissed: ReadonlySet<string>,
): readonly Finding[] =>
  dismissed.size === 0
    ? findings
    : findings.filter(
        (finding) => !dismissed.has(fingerprint(finding, { source: source.text, target: target.text })),
      )

/** By place in the target, then what can only be shown in the source. */
const byPosition = (a: Finding, b: Finding): number =>
  (a.side === b.side ? 0 : a.side === 'target' ? -1 : 1) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end

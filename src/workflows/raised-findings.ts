import { checks } from '../engine/checks/catalog.ts'
import type { Finding } from '../engine/checks/check.ts'
import { fingerprint } from '../engine/checks/fingerprint.ts'
import { runChecks } from '../engine/checks/run-checks.ts'
import type { Draft } from '../storage/repositories/articles.ts'
import type { Workbench } from '../workbench.ts'

/** The same segment before and after a change that nobody has made yet. */
export interface Change {
  readonly sourceText: string
  readonly before: string
  readonly after: string
}

/** The findings that a change would newly raise: those of each check that are more than before. Writes nothing. */
export async function raisedFindings(
  { analyzer, storage }: Pick<Workbench, 'analyzer' | 'storage'>,
  draft: Draft,
  { sourceText, before, after }: Change,
): Promise<readonly Finding[]> {
  const { settings } = await storage.checkSeverities.inForce()
  const of = async (target: string) => {
    const texts = { source: sourceText, target }
    const { analysis, hasSource } = await analyzer.analyzeText(storage, draft, texts)
    const findings = hasSource ? runChecks(analysis, checks, settings) : []
    return findings.map((finding) => ({ finding, name: fingerprint(finding, texts) }))
  }
  const known = await of(before)
  const names = new Set(known.map(({ name }) => name))
  const left = new Map<string, number>()
  for (const { finding } of known) left.set(finding.check, (left.get(finding.check) ?? 0) + 1)
  const now = await of(after)
  for (const { finding, name } of now)
    if (names.has(name)) left.set(finding.check, (left.get(finding.check) ?? 0) - 1)
  // Another wording of a fault that was there is no new one.
  return now.flatMap(({ finding, name }) => {
    if (names.has(name)) return []
    const spare = left.get(finding.check) ?? 0
    left.set(finding.check, spare - 1)
    return spare > 0 ? [] : [finding]
  })
}

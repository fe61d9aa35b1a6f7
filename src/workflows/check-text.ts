import type { AnalyzedSegment } from '../engine/analyze.ts'
import { checks, draftChecks } from '../engine/checks/catalog.ts'
import type { Finding } from '../engine/checks/check.ts'
import { fingerprint } from '../engine/checks/fingerprint.ts'
import { runChecks } from '../engine/checks/run-checks.ts'
import type { StoredFinding } from '../storage/repositories/findings.ts'
import type { Workbench } from '../workbench.ts'

/** A finding on a text that is not saved: with an id where the saved text has the same one. */
export interface UnsavedFinding extends Pick<StoredFinding, 'fingerprint' | 'finding' | 'dismissal'> {
  readonly id: number | null
}

export interface CheckedText {
  readonly draft: { readonly id: number; readonly sourceLanguage: string; readonly targetLanguage: string }
  readonly sourceText: string
  /** Of the draft, not of this segment alone. */
  readonly hasSource: boolean
  readonly analysis: AnalyzedSegment
  readonly findings: readonly UnsavedFinding[]
}

/**
 * What the checks say of a text while it is typed, by the article's names, the glossary and what was decided. Writes nothing, and looks at
 * no other segment: what whole-draft checks have found stays where its words still stand.
 */
export async function checkText(
  { analyzer, storage }: Pick<Workbench, 'analyzer' | 'storage'>,
  segmentId: number,
  text: string,
): Promise<CheckedText> {
  const segment = await storage.findings.toCheckSegment(segmentId)
  const draft = { ...segment, id: segment.draftId }
  const settings = new Map(Object.entries(segment.settings))
  const texts = { source: segment.sourceText, target: text }
  const { analysis, hasSource } = await analyzer.analyzeText(storage, draft, texts, segment)
  // A draft that came before its source has nothing yet to be compared with.
  const own = hasSource ? runChecks(analysis, checks, settings) : []
  const ofDraft = segment.findings.flatMap(({ finding }) => {
    if (!isOfDraft(finding)) return []
    const moved = whereItStands(finding, segment.text, text)
    return moved ? [moved] : []
  })
  const idOf = new Map(segment.findings.map((one) => [one.fingerprint, one.id]))
  const findings = [...own, ...ofDraft].map((finding): UnsavedFinding => {
    const name = fingerprint(finding, texts)
    return {
      id: idOf.get(name) ?? null,
      fingerprint: name,
      finding,
      dismissal: segment.dismissals.get(name) ?? null,
    }
  })
  return { draft, sourceText: segment.sourceText, hasSource, analysis, findings: findings.sort(byPlace) }
}

const draftCheckIds: ReadonlySet<string> = new Set(draftChecks.map(({ id }) => id))
const isOfDraft = ({ check }: Finding) => draftCheckIds.has(check)

/** The finding on the text as changed, if the words that it is about are still there, as the same occurrence of them; else null. */
function whereItStands(finding: Finding, before: string, now: string): Finding | null {
  if (finding.side === 'source' || before === now) return finding
  const { start, end } = finding.span
  const words = before.slice(start, end)
  if (words === '') return null
  const occurrence = before.slice(0, start).split(words).length
  let at = -1
  for (let found = 0; found < occurrence; found++) {
    at = now.indexOf(words, at === -1 ? 0 : at + words.length)
    if (at === -1) return null
  }
  return { ...finding, span: { start: at, end: at + words.length } }
}

const byPlace = (a: UnsavedFinding, b: UnsavedFinding): number =>
  (a.finding.side === b.finding.side ? 0 : a.finding.side === 'target' ? -1 : 1) ||
  a.finding.span.start - b.finding.span.start

import type { Finding } from '../engine/checks/check.ts'
import { graphemes } from '../engine/text/graphemes.ts'
import type { Span } from '../engine/text/span.ts'
import type { Words } from '../i18n.ts'

/** A text that a finding points into, and what to call it. */
export interface ShownText {
  readonly name: string
  readonly text: string
}

/** A finding in a few lines: where, what kind and how grave; the place in its line, between brackets; what it means; what to write instead. */
export function showFinding(finding: Finding, { name, text }: ShownText, { t }: Words): string {
  const { check, severity, span, values, replacement, alternates = [] } = finding
  const { line, column } = placeOf(text, span.start)
  const offered = [...new Set([...(replacement === undefined ? [] : [replacement]), ...alternates])]
  return [
    `${name}:${line}:${column}  ${t(`checks.${check}.name`)} (${t(`checks-page.severity.${severity}`)}, ${check})`,
    `    ${marked(text, span)}`,
    `    ${t(`checks.${check}.finding`, { ...values })}`,
    ...(offered.length > 0 ? [`    → ${offered.join(' · ')}`] : []),
    '',
  ].join('\n')
}

/** Line and column, both from 1; a column is what a reader takes for one character. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: graphemes(before.slice(lineStart)).length + 1 }
}

/** Characters of the line that are shown on either side. */
const AROUND = 40

function marked(text: string, { start, end }: Span): string {
  const before = lineEnd(text.slice(0, start), -1)
  const after = lineEnd(text.slice(end), 0)
  return `${shortened(before, -1)}⟦${text.slice(start, end).replace(/\s+/g, ' ')}⟧${shortened(after, 1)}`
}

const lineEnd = (text: string, at: 0 | -1): string => text.split('\n').at(at) ?? ''

/** The part nearest to the place, cut between characters. */
function shortened(text: string, side: -1 | 1): string {
  const all = graphemes(text)
  if (all.length <= AROUND) return text
  return side < 0 ? `…${text.slice(all.at(-AROUND)!.start)}` : `${text.slice(0, all[AROUND]!.start)}…`
}

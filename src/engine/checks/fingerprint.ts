import type { Finding } from './check.ts'
import { toNfc } from '../text/to-nfc.ts'

/** The two texts that a finding's spans lie in. */
export interface FindingTexts {
  readonly source: string
  readonly target: string
}

/**
 * What makes a finding the same one after the checks have run again or the text has been edited elsewhere: the check, the side, the
 * covered text, and which occurrence of that text it is.
 */
export function fingerprint(finding: Pick<Finding, 'check' | 'side' | 'span'>, texts: FindingTexts): string {
  const text = texts[finding.side]
  const { start, end } = finding.span
  const covered = text.slice(start, end)
  return `${finding.check}:${finding.side}:${countBefore(text, covered, start)}:${toNfc(covered)}`
}

function countBefore(text: string, covered: string, start: number): number {
  if (covered === '') return 0
  let count = 0
  for (let at = text.indexOf(covered); at >= 0 && at < start; at = text.indexOf(covered, at + covered.length))
    count++
  return count
}

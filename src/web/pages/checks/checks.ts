import { checks, draftChecks } from '../../../engine/checks/catalog.ts'
import { severities, type Severity } from '../../../engine/checks/check.ts'
import { measured, measuredSegments } from '../../../engine/checks/measured.ts'
import { standingSeverities, type StandingSeverity } from '../../../storage/screens/standing-severities.ts'
import { action } from '../../action.ts'
import { page } from '../../response.ts'
import { severityTone } from '../articles/state-tone.ts'
import { markedParts } from './marked-parts.ts'

/** What the checks look for, drawn from the checks themselves: their worked cases are the ones that are run as tests. */
export const checksAction = action({
  method: 'get',
  path: '/checks',
  who: 'article.read',
  async handle({ workbench, words }) {
    const standing = new Map(
      (await standingSeverities(workbench.storage.reader)).map((setting) => [setting.checkId, setting]),
    )
    return page('checks/checks', {
      title: words.t('checks-page.title'),
      checks: shown.map((check) => ({ ...check, ...severityHere(check.severity, standing.get(check.id)) })),
      measuredSegments,
      severities: severities.toReversed(),
      tones: { ...severityTone, off: 'neutral' },
    })
  },
})

/** The severity that holds on this desk, and who has set it when it is not the check's own. */
const severityHere = (own: Severity, standing: StandingSeverity | undefined) => ({
  own,
  severity: standing?.severity ?? own,
  set: standing?.severity ? { by: standing.by, at: standing.at } : null,
})

const shown = [
  ...checks.map(({ id, dimension, severity, examples }) => ({
    id,
    dimension,
    severity,
    examples: examples.map(({ source, target, terms = [] }) => ({ segments: [{ source, target }], terms })),
  })),
  ...draftChecks.map(({ id, dimension, severity, examples }) => ({
    id,
    dimension,
    severity,
    examples: examples.map(({ segments, terms = [] }) => ({ segments, terms })),
  })),
].map((check) => ({
  ...check,
  measured: measured[check.id] ?? null,
  examples: check.examples.map(({ segments, terms }) => ({
    terms,
    hasFindings: segments.some(({ source, target }) => /\[/.test(source + target)),
    segments: segments.map(({ source, target }) => ({
      source: markedParts(source),
      target: markedParts(target),
    })),
  })),
}))

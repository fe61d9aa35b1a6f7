import { checks, draftChecks } from '../../../engine/checks/catalog.ts'
import { action } from '../../action.ts'
import { page } from '../../response.ts'
import { markedParts } from './marked-parts.ts'

/** What the checks look for, drawn from the checks themselves: their worked cases are the ones that are run as tests. */
export const checksAction = action({
  method: 'get',
  path: '/checks',
  who: 'article.read',
  handle: ({ words }) => page('checks/checks', { title: words.t('checks-page.title'), checks: shown }),
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
    examples: examples.map(({ segments }) => ({ segments, terms: [] })),
  })),
].map((check) => ({
  ...check,
  examples: check.examples.map(({ segments, terms }) => ({
    terms,
    hasFindings: segments.some(({ source, target }) => /\[/.test(source + target)),
    segments: segments.map(({ source, target }) => ({
      source: markedParts(source),
      target: markedParts(target),
    })),
  })),
}))

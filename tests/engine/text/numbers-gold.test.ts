import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { matchQuantities } from '../../../src/engine/text/match-quantities.ts'
import { findQuantitiesInContext } from '../../../src/engine/text/numbers.ts'

/** Lines of `Vietnamese = Thai`, for linguists to add to. */
const pairsIn = (file: string) =>
  fs
    .readFileSync(path.join(import.meta.dirname, '../gold/numbers', file), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' = ') && !line.startsWith('#'))
    .map((line) => line.split(' = ') as [string, string])

function reported(source: string, target: string): readonly string[] {
  const [from, to] = [read('vi', source), read('th', target)]
  const match = matchQuantities(from.quantities, to.quantities)
  return [
    ...match.source.map(({ span }) => from.text.slice(span.start, span.end)),
    ...match.target.map(({ span }) => to.text.slice(span.start, span.end)),
    ...[...match.otherUnit, ...match.exchanged].map(({ target: { span } }) =>
      to.text.slice(span.start, span.end),
    ),
  ]
}

function read(tag: string, given: string) {
  const language = languageFor(tag)
  const { text } = language.normalize(given)
  return { text, quantities: findQuantitiesInContext(text, language.quantities) }
}

describe('one quantity in two languages', () => {
  test.each(pairsIn('same.txt'))('%s = %s', (source, target) => expect(reported(source, target)).toEqual([]))
})

describe('two quantities', () => {
  test.each(pairsIn('different.txt'))('%s ≠ %s', (source, target) =>
    expect(reported(source, target)).not.toEqual([]),
  )
})

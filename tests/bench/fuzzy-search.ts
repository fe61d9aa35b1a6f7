import search from 'approx-string-match'
import { findFuzzy } from '../../src/engine/text/fuzzy-search.ts'
import { goal, heading, interleaved, median, table } from './harness.ts'
import { newsLines, pick, plausibleTerms, seeded } from './material.ts'

/** One name, misspelt by up to two units, in a paragraph of Thai. */
export function benchFuzzySearch(): void {
  const random = seeded(3)
  const names = plausibleTerms('th', 5_000).filter((name) => name.length >= 6 && name.length <= 14)
  const lines = newsLines('th')
  const cases = Array.from({ length: 400 }, () => {
    const name = pick(names, random)
    let paragraph = ''
    while (paragraph.length < 600) paragraph += pick(lines, random)
    const letters = [...name]
    for (let error = Math.floor(random() * 3); error > 0; error--)
      letters[Math.floor(random() * letters.length)] = pick([...paragraph], random)
    const at = Math.floor(random() * paragraph.length)
    return {
      name,
      text: paragraph.slice(0, at) + letters.join('') + paragraph.slice(at),
      most: Math.ceil(name.length / 3),
    }
  })
  const errors: Record<string, number[]> = {}
  const times = interleaved({
    'Tukham: findFuzzy': () => {
      errors.own = cases.map(({ name, text, most }) => findFuzzy(text, name, most)?.errors ?? -1)
    },
    'npm: approx-string-match': () => {
      errors.npm = cases.map(({ name, text, most }) =>
        Math.min(99, ...search(text, name, most).map((one) => one.errors)),
      )
    },
  })
  heading(`One misspelt name in a paragraph (${cases.length} cases)`)
  const [own, npm] = [median(times['Tukham: findFuzzy']!), median(times['npm: approx-string-match']!)]
  table([
    { '': 'Tukham: findFuzzy', 'µs a search': (1000 * own) / cases.length, 'Tukham is faster by': 1 },
    {
      '': 'npm: approx-string-match',
      'µs a search': (1000 * npm) / cases.length,
      'Tukham is faster by': npm / own,
    },
  ])
  const same = errors.own!.filter((one, at) => one === errors.npm![at]).length
  console.log(`\nFewest errors are the same in ${same} of ${cases.length}.`)
  goal('times approx-string-match', npm / own, 5, true)
}

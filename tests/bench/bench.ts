import os from 'node:os'
import { sharedPath } from '../support/shared.ts'
import { benchArticles } from './articles.ts'
import { benchFuzzySearch } from './fuzzy-search.ts'
import { benchMemory } from './memory.ts'
import { benchPage } from './page.ts'
import { benchSave } from './save.ts'
import { benchTermIndex } from './term-index.ts'
import { benchTermMatching } from './term-matching.ts'
import { benchTyping } from './typing.ts'

/**
 * How fast the program is, beside others that are measured in the same run: `npm run bench [index|match|fuzzy|memory|articles|page|save|typing]`. All
 * times are CPU time where it is not said otherwise; figures of another machine differ, ratios should not by much. Nothing fails here: what misses its goal says so.
 */
const benches = {
  index: benchTermIndex,
  match: benchTermMatching,
  fuzzy: benchFuzzySearch,
  memory: benchMemory,
  articles: benchArticles,
  page: benchPage,
  save: benchSave,
  typing: benchTyping,
}

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, load ${os.loadavg()[0]!.toFixed(1)}; ` +
    (sharedPath ? 'texts: the shared sets' : 'texts: the demo articles, since the shared sets are not here'),
)
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench()

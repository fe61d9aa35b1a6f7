import os from 'node:os'
import { sharedPath } from '../support/shared.ts'
import { benchArticles } from './articles.ts'
import { benchFuzzySearch } from './fuzzy-search.ts'
import { benchTermIndex } from './term-index.ts'
import { benchTermMatching } from './term-matching.ts'

/**
 * How fast the engine is, beside others that are measured in the same run: `npm run bench [index|match|fuzzy|articles]`. All times are
 * CPU time; figures of another machine differ, ratios should not by much. Nothing fails here: what misses its goal says so.
 */
const benches = {
  index: benchTermIndex,
  match: benchTermMatching,
  fuzzy: benchFuzzySearch,
  articles: benchArticles,
}

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, load ${os.loadavg()[0]!.toFixed(1)}; ` +
    (sharedPath ? 'texts: the shared sets' : 'texts: the demo articles, since the shared sets are not here'),
)
const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) bench()

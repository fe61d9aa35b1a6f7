#!/usr/bin/env node
// Runs the scorer of the lent test sets over the built project and holds its figures against the floors in floors.json, which only rise.
//   node .ci/floors.mjs SHARED_FOLDER
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'

const [shared] = process.argv.slice(2)
const scorer = path.join(shared ?? '', 'eval/run.mjs')
if (!shared || !fs.existsSync(scorer)) {
  console.log('The lent test sets are not here: the floors were NOT held against them.')
  process.exit(0)
}
const answers = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-floors-')), 'figures.json')
const run = spawnSync(process.execPath, [scorer, '--cli', 'node dist/cli/tukham.js', '--json', answers], {
  stdio: 'inherit',
})
if (run.status !== 0) process.exit(1)

const figures = JSON.parse(fs.readFileSync(answers, 'utf8'))
const floors = JSON.parse(fs.readFileSync(new URL('floors.json', import.meta.url), 'utf8'))
/** These are faults: the figure is the most that is allowed. */
const ceilings = new Set(['missing', 'flaggedThoughRight', 'hitsPer100kCharacters'])

const misses = Object.entries(floors).flatMap(([set, wanted]) =>
  Object.entries(wanted).flatMap(([figure, limit]) => {
    const values = read(figures[set]?.[figure])
    const limits = read(limit)
    const holds = limits.every((one, i) => (ceilings.has(figure) ? values[i] <= one : values[i] >= one))
    return holds ? [] : [`${set}: ${figure} is ${values.join('/')}, the floor is ${limit}`]
  }),
)
console.log(misses.length === 0 ? 'Every floor holds.' : misses.join('\n'))
process.exitCode = misses.length === 0 ? 0 : 1

/** `98.4 (with alternates 99.2) of 124` counts as 98.4; `97.5/82.8` is precision and recall. */
function read(value) {
  return (/^[\d.]+(?:\/[\d.]+)?/.exec(String(value))?.[0] ?? 'NaN').split('/').map(Number)
}

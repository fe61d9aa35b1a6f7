import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'

const rows = fs
  .readFileSync(path.resolve(import.meta.dirname, '../gold/names/standard.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))

/** Provinces as CLDR writes them, cities and people as Thai Wikipedia does where it follows the rules of 2012. */
test.each(rows)('%s is %s', (name = '', standard = '') => {
  expect(transliterate(name, 'unknown', 'vi', 'th')?.text.replace(/\s/g, '')).toBe(
    standard.replace(/\s/g, ''),
  )
})

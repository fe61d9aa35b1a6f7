import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runChecks } from '../../../src/engine/checks/run-checks.ts'
import { transliterate } from '../../../src/engine/transliteration/transliterate.ts'
import { analyze } from '../checks/segments.ts'

/**
 * How Thai newspapers, travel pages, older encyclopedias and machine translation write Vietnamese names, as known and as found. The
 * floor is what was reached when the list was made; it only rises.
 */
const FLOOR = 0.985

const source = (name: string) => `Hôm qua, nhiều nhà báo đã viết về ${name} trên trang nhất.`
const BEFORE = 'เมื่อวานนี้ นักข่าวหลายคนเขียนเรื่องของ'
const target = (rendering: string) => `${BEFORE}${rendering}ไว้ในหน้าแรก`

const names = fs
  .readFileSync(path.resolve(import.meta.dirname, '../gold/names/renderings.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([kind, name = '', renderings = '']) => {
    const written = transliterate(name, kind === 'person' ? 'person' : 'place', 'vi', 'th')!
    const letters = (form: string) => form.replace(/[\s-]/g, '')
    const right = new Set([written.text, ...written.alternates].map(letters))
    return {
      name,
      standard: written.text,
      wrong: renderings.split('|').filter((form) => !right.has(letters(form))),
    }
  })

const found = (name: string, rendering: string) =>
  runChecks(analyze(source(name), target(rendering))).filter(({ check }) => check.startsWith('name-'))

test('nearly all wrong renderings are found where they stand, with the right one', () => {
  const cases = names.flatMap(({ name, standard, wrong }) => wrong.map((form) => ({ name, standard, form })))
  const missed = cases.filter(({ name, standard, form }) => {
    const isAnswer = found(name, form).some(
      ({ span, replacement, alternates }) =>
        span.start === BEFORE.length &&
        span.end === BEFORE.length + form.length &&
        [replacement, ...(alternates ?? [])].includes(standard),
    )
    return !isAnswer
  })
  expect(cases.length).toBeGreaterThan(700)
  expect(1 - missed.length / cases.length, missed.map(({ form }) => form).join(' ')).toBeGreaterThan(FLOOR)
}, 60_000)

test('nothing is said of the right ones', () => {
  const flagged = names.filter(({ name, standard }) => found(name, standard).length > 0)
  expect(flagged.map(({ name }) => name)).toEqual([])
}, 60_000)

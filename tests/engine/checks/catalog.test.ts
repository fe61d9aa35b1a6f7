import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checks, draftChecks } from '../../../src/engine/checks/catalog.ts'
import type { RawFinding, Side } from '../../../src/engine/checks/check.ts'
import type { DraftCheck, DraftSegment } from '../../../src/engine/checks/draft-check.ts'
import { marked } from './marked.ts'
import { analyze } from './segments.ts'

const folder = path.resolve(import.meta.dirname, '../../../src/engine/checks')
const everyCheck = [...checks, ...draftChecks]

test('ids differ, and each is the name of its file', () => {
  const ids = everyCheck.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !fs.existsSync(path.join(folder, `${id}.ts`)))).toEqual([])
})

describe.each(['en', 'vi', 'th'])('the words in %s', (language) => {
  const file = path.resolve(import.meta.dirname, `../../../locales/${language}/checks.json`)
  const words = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Record<string, string>>

  test.each(everyCheck.map(({ id }) => id))('%s has a name, a reason and a sentence for a finding', (id) => {
    expect(Object.keys(words[id] ?? {})).toEqual(expect.arrayContaining(['name', 'why', 'finding']))
  })

  test('every place to fill is filled by the findings of the examples', () => {
    for (const { id, finding } of exampleFindings()) {
      const values: Readonly<Record<string, string | number>> = finding.values ?? {}
      const sentence =
        words[id]?.[values['context'] ? `finding_${values['context']}` : 'finding'] ?? words[id]?.['finding']
      const places = [...(sentence ?? '').matchAll(/{{(\w+)}}/g)].map((match) => match[1]!)
      expect(Object.keys(values), id).toEqual(expect.arrayContaining(places))
    }
  })
})

describe.each(checks)('$id', (check) => {
  test.each(check.examples)('$source → $target', (example) => {
    const [source, target] = [marked(example.source), marked(example.target)]
    const found = check.run(analyze(source.text, target.text, example.terms))
    const places = (side: Side) => found.filter((finding) => finding.side === side).map(({ span }) => span)
    expect({ source: places('source'), target: places('target') }).toEqual({
      source: source.spans,
      target: target.spans,
    })
    if (example.mended !== undefined) expect(mend(target.text, found)).toBe(example.mended)
  })

  test('has an example of silence and one of a finding', () => {
    const isFinding = check.examples.map(({ source, target }) => /\[/.test(source + target))
    expect(isFinding).toContain(true)
    expect(isFinding).toContain(false)
  })
})

describe.each(draftChecks)('$id', (check) => {
  test.each(check.examples.map((example, at) => ({ at, example })))('example $at', ({ example }) => {
    const written = example.segments.map(({ target }) => marked(target))
    const found = check.run(drafted(example))
    const foundIn = (id: number) =>
      found.filter(({ segmentId }) => segmentId === id).map(({ finding }) => finding)
    expect(written.map((_, id) => foundIn(id).map(({ span }) => span))).toEqual(
      written.map(({ spans }) => spans),
    )
    for (const [id, { mended }] of example.segments.entries())
      if (mended !== undefined) expect(mend(written[id]!.text, foundIn(id))).toBe(mended)
  })
})

function exampleFindings() {
  const ofSegments = checks.flatMap((check) =>
    check.examples.flatMap(({ source, target, terms }) =>
      check
        .run(analyze(marked(source).text, marked(target).text, terms))
        .map((finding) => ({ id: check.id, finding })),
    ),
  )
  const ofDrafts = draftChecks.flatMap((check) =>
    check.examples.flatMap((example) =>
      check.run(drafted(example)).map(({ finding }) => ({ id: check.id, finding })),
    ),
  )
  return [...ofSegments, ...ofDrafts]
}

const drafted = ({ segments, terms }: DraftCheck['examples'][number]): readonly DraftSegment[] =>
  segments.map(({ source, target, review }, id) => ({
    id,
    ...analyze(marked(source).text, marked(target).text, terms),
    ...(review ? { review } : {}),
  }))

/** The target with every replacement that is offered. */
const mend = (target: string, found: readonly RawFinding[]): string =>
  found
    .filter(({ side, replacement }) => side === 'target' && replacement !== undefined)
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, replacement }) => text.slice(0, span.start) + replacement! + text.slice(span.end),
      target,
    )

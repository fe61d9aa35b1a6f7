import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chordPieces, chordProblem, clash, readChord } from '../../src/domain/chord.ts'
import { chordsOf, commands, readKeyChoices } from '../../src/domain/commands.ts'
import { interfaceLocales } from '../../src/domain/people.ts'
import { readProjectFile } from '../support/source-files.ts'

const chords = commands.flatMap(({ id, chords }) => chords.map((chord) => ({ id, chord })))

describe('the keys that commands have by default', () => {
  test('are for one command each', () => {
    const twice = chords.filter((one, index) =>
      chords.slice(0, index).some((other) => clash(one.chord, other.chord)),
    )
    expect(twice).toEqual([])
  })

  test('type nothing, and belong to no browser, screen reader or input method', () => {
    expect(chords.filter(({ chord }) => chordProblem(chord) !== null)).toEqual([])
  })

  test('are read back as they are shown', () => {
    for (const { chord } of chords) expect(readChord(chordPieces(chord).join('+'))).toBe(chord)
  })
})

test.each(interfaceLocales)('every command has a name of its own in %s', (locale) => {
  const words = JSON.parse(readProjectFile(`locales/${locale}/commands.json`)) as {
    name: Record<string, string>
  }
  const names = commands.map(({ id }) => words.name[id])
  expect(names.filter((name) => !name?.trim())).toEqual([])
  expect(new Set(names).size).toBe(commands.length)
})

test.each([
  // Plain and shifted keys are letters, tones of Telex and VNI, Thai marks; AltGr is Ctrl and Alt on Windows.
  ['S', 'types'],
  ['Shift+J', 'types'],
  ['6', 'types'],
  ['[', 'types'],
  ['Ctrl+Alt+E', 'types'],
  ['Ctrl+Alt+Shift+E', 'types'],
  // UniKey's switch, a dead key of macOS, the menu and the tabs of browsers, the sentences of JAWS, undo.
  ['Alt+Z', 'taken'],
  ['Alt+U', 'taken'],
  ['Alt+F', 'taken'],
  ['Ctrl+W', 'taken'],
  ['Ctrl+Shift+T', 'taken'],
  ['Alt+Down', 'taken'],
  ['Ctrl+Z', 'taken'],
  ['Alt+Shift+M', null],
  ['Ctrl+Enter', null],
  ['F9', null],
  ['?', null],
])('%s can be chosen: %s', (text, problem) => {
  expect(chordProblem(readChord(text) ?? '')).toBe(problem)
})

describe('choosing keys', () => {
  test('what is left as it was is no choice; what is emptied has no keys; several stand apart by spaces', () => {
    const { choices, problems } = readKeyChoices({
      merge: 'alt + shift + m',
      split: '',
      comment: 'Alt+Shift+W  F9',
    })
    expect(problems).toEqual([])
    expect(choices).toEqual({ split: [], comment: ['Alt+Shift+KeyW', 'F9'] })
    expect(chordsOf('merge', choices)).toEqual(['Alt+Shift+KeyM'])
    expect(chordsOf('split', choices)).toEqual([])
  })

  test('keys that another command has are refused, also one of its nine digits; freed in the same breath they are not', () => {
    expect(readKeyChoices({ merge: 'Alt+Shift+S' }).problems).toEqual([
      { id: 'merge', other: 'split', why: 'clash', text: 'Alt+Shift+KeyS' },
    ])
    expect(readKeyChoices({ merge: 'Alt+3' }).problems).toEqual([
      expect.objectContaining({ why: 'clash', id: 'merge', other: 'offer' }),
    ])
    expect(readKeyChoices({ merge: 'Alt+Shift+S', split: 'Alt+Shift+M' }).problems).toEqual([])
  })

  test('whatever is written, what comes out is chords without problems or a problem for each piece that is none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commands),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        ({ id }, text) => {
          const { choices, problems } = readKeyChoices({ [id]: text })
          const chosen = chordsOf(id, choices)
          expect(chosen.every((chord) => chordProblem(chord) === null)).toBe(true)
          if (problems.length === 0) expect(chosen.length).toBeLessThanOrEqual(text.split(/\s+/).length)
        },
      ),
    )
  })
})

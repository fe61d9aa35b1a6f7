import { expect, test } from 'vitest'
import { work } from './whole-engine.ts'

const million = (piece: string): string => piece.repeat(1_000_000 / piece.length)

// That the work is linear is shown by pathological.test.ts; quadratic work on these would take days.
test.each([
  ['a megabyte of one letter', million('a'), million('ก')],
  ['a hundred thousand marks', `a${'\u0301'.repeat(100_000)}`, `ก${'\u0e49'.repeat(100_000)}`],
  [
    'half a million marks of two kinds in turn',
    `A${'\u0301\u0323'.repeat(250_000)}`,
    `ก${'\u0e38\u0e48'.repeat(250_000)}`,
  ],
  ['a megabyte of spaces', million(' '), million(' ')],
  ['a megabyte of spaces between letters', `a${million(' ')}a`, `ก${million(' ')}ก`],
  ['a megabyte of full stops in an address', `https://${million('.')}a`, `ก https://${million('.')}a`],
  ['a megabyte of alternating scripts', million('aกбא'), million('กaбא')],
])('%s on both sides is read to its end', { timeout: 240_000 }, (_, source, target) => {
  expect(() => work(source, target)).not.toThrow()
})

import { expect, test } from 'vitest'
import { findUnpaired } from '../../../src/engine/text/unpaired.ts'

const quotes = { opening: '“«', closing: '”»', either: '"' }
const lone = (text: string) => findUnpaired(text, quotes).map(({ at, role }) => `${at} ${role}`)

test('marks pair whatever their shape', () => {
  expect(lone('เขาว่า “ดี" แล้ว "ไป”')).toEqual([])
})

test('a mark that does both opens after a space and closes before one', () => {
  expect(lone('"ดีมาก')).toEqual(['0 opens'])
  expect(lone('ดีมาก"')).toEqual(['5 closes'])
})

test('between letters it closes what is open, or else opens', () => {
  expect(lone('คำว่า"ดี"นี้')).toEqual([])
  expect(lone('คำว่า"ดี')).toEqual(['5 opens'])
})

test('one quotation stands within another', () => {
  expect(lone('“เขาว่า “ดี” แล้วไป”')).toEqual([])
  expect(lone('“เขาว่า “ดี” แล้วไป')).toEqual(['0 opens'])
})

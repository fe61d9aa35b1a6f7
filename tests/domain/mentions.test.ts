import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMentions, splitMentions } from '../../src/domain/mentions.ts'

const people = [
  { id: 1, name: 'Lan', email: 'lan@desk.example' },
  { id: 2, name: 'Lan Anh', email: 'lananh@desk.example' },
  { id: 3, name: 'ณัฐพล ใจดี', email: 'nattapol@desk.example' },
  { id: 4, name: 'Minh', email: 'minh.a@desk.example' },
  { id: 5, name: 'Minh', email: 'minh.b@desk.example' },
]
const named = (body: string) => findMentions(body, people).map(({ personIds }) => personIds)

test('somebody is named by their whole name, the longest that fits, or by their address', () => {
  expect(named('@Lan xem giúp')).toEqual([[1]])
  expect(named('@lan anh xem giúp')).toEqual([[2]])
  expect(named('gửi @lananh@desk.example và @Lan.')).toEqual([[2], [1]])
})

test('a Thai name is found though the sentence has no space around it, but not inside a longer syllable', () => {
  expect(named('ฝาก@ณัฐพล ใจดีดูหน่อย')).toEqual([[3]])
  expect(named('ฝาก @ณัฐพล ใจดีดูหน่อย')).toEqual([[3]])
  expect(named('ฝาก @ณัฐพล ใจดี้')).toEqual([])
})

test('part of a name, part of a word and an address in the text name nobody', () => {
  expect(named('@Lang @La @ Lan')).toEqual([])
  expect(named('lan@desk.example')).toEqual([])
})

test('of two people with one name both are meant, and the address tells them apart', () => {
  expect(named('@Minh @minh.b@desk.example')).toEqual([[4, 5], [5]])
})

test('the pieces join to the body', () => {
  const body = fc
    .array(fc.constantFrom('@', 'Lan', ' ', 'Anh', 'ณัฐพล ใจดี', 'x', '้', 'lan@desk.example', '\n'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(body, (text) => {
      expect(
        splitMentions(text, people)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

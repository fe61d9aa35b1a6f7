import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftIdOf, slugOf } from '../../src/domain/slug.ts'

test('a Vietnamese title becomes plain letters that can be read aloud', () => {
  expect(slugOf('Phú Thọ: “cải cách” hành chính 2024', 'vi', 12)).toBe('phu-tho-cai-cach-hanh-chinh-2024-12')
  expect(slugOf('Đường sắt Điện Biên', 'vi', 7)).toBe('duong-sat-dien-bien-7')
})

test('a title without Latin letters leaves the id alone', () => {
  expect(slugOf('ข่าววันนี้', 'th', 5)).toBe('5')
  expect(slugOf('', 'vi', 5)).toBe('5')
})

test('any address is plain, short, and leads back to its draft', () => {
  const anyTitle = fc.string({ unit: 'binary', maxLength: 400 })
  fc.assert(
    fc.property(anyTitle, fc.integer({ min: 1, max: 999_999_999 }), (title, draftId) => {
      const slug = slugOf(title, 'vi', draftId)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(91)
      expect(draftIdOf(slug)).toBe(draftId)
    }),
  )
})

test('an address without an id leads nowhere', () => {
  expect(['', 'abc', 'abc-', 'abc-0', 'abc12', '-', '1e3', 'a-99999999999'].map(draftIdOf)).toEqual(
    Array(8).fill(null),
  )
})

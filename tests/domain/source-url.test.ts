import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeSourceUrl } from '../../src/domain/source-url.ts'

test('the same page shared twice has one address', () => {
  const address = 'https://bao.example/tin/cau-moi?trang=2'
  const shared = [
    address,
    ` ${address} `,
    `${address}#binh-luan`,
    `${address}&utm_source=mail&fbclid=x`,
    'HTTPS://Bao.Example/tin/cau-moi?trang=2&gclid=1',
    'https://ten:mat-khau@bao.example/tin/cau-moi?trang=2',
  ]
  expect(new Set(shared.map(normalizeSourceUrl))).toEqual(new Set([address]))
})

test('what is no address of a page is none', () => {
  for (const given of ['', 'bao.example/tin', 'ftp://bao.example/tin', 'javascript:alert(1)', 'https://'])
    expect(normalizeSourceUrl(given)).toBeNull()
})

test('an address stays as it is when it is normalised again, and is never longer than the database can index', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (given) => {
      const once = normalizeSourceUrl(given)
      expect(once).not.toBeNull()
      expect(normalizeSourceUrl(once ?? '')).toBe(once)
    }),
  )
  expect(normalizeSourceUrl(`https://bao.example/${'ก'.repeat(700)}`)).toBeNull()
})

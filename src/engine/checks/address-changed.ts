import { slice, type Span } from '../text/span.ts'
import type { Check, RawFinding } from './check.ts'

/**
 * A web or e-mail address of the source that the target writes otherwise or leaves out. Scheme, `www.`, a slash at the end and the
 * language named in a path do not count. Addresses are paired in order; one that only the target has is no fault.
 */
export const addressChanged: Check = {
  id: 'address-changed',
  dimension: 'accuracy',
  severity: 'major',
  examples: [
    {
      source: 'Bạn đọc gửi bài về toasoan@bao.vn.',
      target: 'ผู้อ่านส่งบทความมาได้ที่ [toasoan@bao.th]',
      mended: 'ผู้อ่านส่งบทความมาได้ที่ toasoan@bao.vn',
    },
    { source: 'Xem https://bao.vn/tin-1.', target: 'ดู https://bao.vn/tin-1' },
    { source: 'Xem https://bao.vn/vi/tin-1.', target: 'ดูที่ bao.vn/th/tin-1/' },
    { source: 'Đăng ký tại [dichvucong.gov.vn].', target: 'ลงทะเบียนออนไลน์' },
  ],
  run({ state, source, target }) {
    if (state !== 'translated') return []
    const tags = new Set([source.language.tag, target.language.tag])
    const wanted = addressesIn(source.text)
    if (wanted.length === 0) return []
    const found = addressesIn(target.text)
    const keys = (text: string, spans: readonly Span[]) => spans.map((span) => key(slice(text, span), tags))
    const [wantedKeys, foundKeys] = [keys(source.text, wanted), keys(target.text, found)]
    const missing = without(wanted, wantedKeys, foundKeys)
    const changed = without(found, foundKeys, wantedKeys)
    return missing.map((sourceSpan, at): RawFinding => {
      const expected = slice(source.text, sourceSpan)
      const span = changed[at]
      if (!span)
        return { side: 'source', span: sourceSpan, sourceSpan, values: { context: 'missing', expected } }
      const values = { expected, found: slice(target.text, span) }
      return { side: 'target', span, sourceSpan, replacement: expected, values }
    })
  },
}

function without(
  spans: readonly Span[],
  keys: readonly string[],
  others: readonly string[],
): readonly Span[] {
  const known = new Set(others)
  return spans.filter((_, at) => !known.has(keys[at]!))
}

const TOP = 'vn|com|org|net|gov|edu|info|asia|th|eu|io|me|tv'
/** The signs at its end belong to the sentence around an address. */
const ADDRESS = new RegExp(
  String.raw`(?:https?://[\w%~:/?#@!$&'*+,;=.-]+|(?<![\w.@/-])(?:[\w.+-]{1,64}@)?(?:[a-z\d-]{1,63}\.){1,6}(?:${TOP})(?![\w-])(?:/[\w%~:/?#@!$&'*+,;=.-]*)?)(?<![.,;:!?'])`,
  'gi',
)

const addressesIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(ADDRESS), ({ 0: found, index }) => ({ start: index, end: index + found.length }))

function key(address: string, tags: ReadonlySet<string>): string {
  return address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
    .split('/')
    .map((part, at) => (at > 0 && tags.has(part.split('-')[0]!) ? '*' : part))
    .join('/')
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thai } from '../../../src/engine/languages/th/thai.ts'
import { vietnamese } from '../../../src/engine/languages/vi/vietnamese.ts'
import { diffTexts } from '../../../src/engine/text/diff.ts'
import type { Difference } from '../../../src/engine/text/diff.ts'
import { graphemes } from '../../../src/engine/text/graphemes.ts'

const joined = (parts: readonly Difference[], without: Difference['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

const shown = (parts: readonly Difference[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

const someText = fc
  .array(
    fc.oneof(
      fc.constantFrom('น้ำ', 'ท่วม', 'หนัก', ' ', 'ใน', 'ệ', 'e\u0301', '🇻🇳', '\n', '\u0E48', '12', 'a', '.'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join(''))

describe.each([thai, vietnamese])('in $tag', (language) => {
  test('same and removed parts give the old text, same and added parts the new one, and no grapheme is cut', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const parts = diffTexts(before, after, language.words)
        expect(joined(parts, 'added')).toBe(before)
        expect(joined(parts, 'removed')).toBe(after)
        for (const [text, other] of [
          [before, 'added'],
          [after, 'removed'],
        ] as const) {
          const edges = new Set([0, ...graphemes(text).map(({ end }) => end)])
          let at = 0
          for (const part of parts.filter(({ kind }) => kind !== other))
            expect(edges).toContain((at += part.text.length))
        }
      }),
    )
  })

  test('no two neighbouring parts are of one kind, and none is empty', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const parts = diffTexts(before, after, language.words)
        expect(parts.every((part, i) => part.text !== '' && part.kind !== parts[i + 1]?.kind)).toBe(true)
      }),
    )
  })
})

test('one changed word is shown as a word', () => {
  expect(shown(diffTexts('Nước lũ dâng nhanh.', 'Nước lũ rút nhanh.', vietnamese.words))).toBe(
    'Nước lũ [-dâng-]{+rút+} nhanh.',
  )
})

test('a changed Thai word is not shown letter by letter', () => {
  expect(shown(diffTexts('น้ำท่วมหนักในเมือง', 'น้ำท่วมเบาในเมือง', thai.words))).toBe('น้ำท่วม[-หนัก-]{+เบา+}ในเมือง')
})

test('a rewritten phrase reads as one change, though a small word in it stayed', () => {
  const parts = diffTexts('ทีมช่วยเหลือและหน่วยแพทย์เดินทางถึงแล้ว', 'เจ้าหน้าที่กู้ภัยและอาสาสมัครเดินทางถึงแล้ว', thai.words)
  expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same'])
})

test('two long texts with nothing in common are one replacement', () => {
  const before = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ')
  const after = Array.from({ length: 20_000 }, (_, i) => `b${i}`).join('-')
  expect(diffTexts(before, after, vietnamese.words)).toHaveLength(2)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conceptDifferences } from '../../src/domain/concept-differences.ts'
import { conceptProblems, tidyConcept } from '../../src/domain/concept-rules.ts'
import type { ConceptContent } from '../../src/domain/concept.ts'
import { mergeRow, planRow } from '../../src/domain/glossary-plan.ts'

const text = fc.constantFrom('', 'a', 'b', 'tỉnh')
const forms = fc.uniqueArray(
  fc.constantFrom('Hòa', 'Hoà', 'hòa', 'Thọ', 'ทะเล', 'นํ้า', 'น้ำ', 'เมือง', 'กำ', 'กํา'),
  { minLength: 1, maxLength: 6 },
)
/** The first form of a language is preferred, the rest whatever. */
const content: fc.Arbitrary<ConceptContent> = fc
  .record({
    subject: text,
    definition: text,
    note: text,
    source: text,
    caseSensitive: fc.boolean(),
    exclusions: fc.subarray(['Hòa bình', 'Thọ Xuân', 'mới']),
    contextWords: fc.subarray(['sông', 'hộ khẩu']),
    vi: forms,
    th: forms,
    statuses: fc.infiniteStream(fc.constantFrom('admitted' as const, 'deprecated' as const)),
  })
  .map(({ vi, th, statuses, caseSensitive, exclusions, contextWords, ...texts }) => ({
    ...texts,
    terms: [['vi', vi] as const, ['th', th] as const].flatMap(([language, own]) =>
      own.map((form, index) => ({
        language,
        text: form,
        status:
          index === 0
            ? ('preferred' as const)
            : ((statuses.next().value as 'admitted' | 'deprecated' | undefined) ?? 'admitted'),
        caseSensitive,
        ...(language === 'vi' && index === 0 ? { exclusions, contextWords } : {}),
      })),
    ),
  }))
  .map(tidyConcept)
const sound = content.filter((made) => conceptProblems(made).length === 0)

test('a row laid over a concept twice is laid over it once', () => {
  fc.assert(
    fc.property(sound, sound, (row, concept) => {
      const once = mergeRow(row, concept)
      expect(conceptDifferences(once, mergeRow(row, once))).toEqual([])
    }),
  )
})

test('a sound row over a sound concept leaves a sound concept that says all the row says', () => {
  fc.assert(
    fc.property(sound, sound, (row, concept) => {
      const merged = mergeRow(row, concept)
      expect(conceptProblems(merged)).toEqual([])
      const said = merged.terms.map(({ language, status, text: form }) => `${language} ${status} ${form}`)
      for (const { language, status, text: form } of row.terms)
        expect(said).toContain(`${language} ${status} ${form}`)
    }),
  )
})

test('what a row added is the same when the row comes again', () => {
  fc.assert(
    fc.property(sound, (given) => {
      const row = { line: 2, content: given, alone: true, problems: [] }
      const added = planRow(row, [])
      expect(added.state).toBe('added')
      const concept = { ...(added.content ?? given), id: 1, deprecated: false }
      expect(planRow(row, [concept])).toMatchObject({ state: 'same', conceptId: 1 })
    }),
  )
})

test('tidying twice changes nothing', () => {
  fc.assert(
    fc.property(content, (made) => {
      expect(tidyConcept(made)).toEqual(made)
    }),
  )
})

test('two spellings that look the same are one form', () => {
  const term = (language: string, form: string, status: 'preferred' | 'deprecated') => ({
    language,
    text: form,
    status,
    caseSensitive: false,
  })
  const base = { subject: '', definition: '', note: '', source: '' }
  for (const [language, one, other] of [
    ['vi', 'Hòa', 'Hoà'],
    ['th', 'กำ', 'กํา'],
  ] as const)
    expect(
      conceptProblems({
        ...base,
        terms: [term(language, one, 'preferred'), term(language, other, 'deprecated')],
      }),
    ).toMatchObject([{ field: `${language}:deprecated`, key: 'form-twice' }])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectTerms } from '../../../src/engine/glossary/expected-terms.ts'
import { findAllTerms, findTerms } from '../../../src/engine/glossary/find-terms.ts'
import {
  compileGlossary,
  type Glossary,
  type GlossaryEntry,
  type GlossaryTerm,
} from '../../../src/engine/glossary/glossary.ts'
import { compileTermIndex, type TermIndex } from '../../../src/engine/glossary/term-index.ts'
import type { Language } from '../../../src/engine/languages/language.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'

const vi = languageFor('vi')
const th = languageFor('th')

const entry = (
  conceptId: string,
  ...terms: readonly [string, string, GlossaryTerm['status']?][]
): GlossaryEntry => ({
  conceptId,
  terms: terms.map(([language, text, status = 'preferred']) => ({
    language,
    text,
    status,
    caseSensitive: false,
  })),
})

function found(language: 'vi' | 'th', terms: readonly string[], text: string): readonly string[] {
  const entries = terms.map((term, at) => entry(String(at), [language, term]))
  const index = compileTermIndex(entries, languageFor(language))
  return findTerms(index, languageFor(language).normalize(text)).map(({ span }) =>
    text.slice(span.start, span.end),
  )
}

describe('a term is found', () => {
  test('as the longest at its place', () => {
    expect(found('vi', ['một cửa', 'một cửa liên thông'], 'cơ chế một cửa liên thông và một cửa')).toEqual([
      'một cửa liên thông',
      'một cửa',
    ])
  })

  test('in either placement of the tone, and in decomposed letters', () => {
    expect(found('vi', ['Cộng hòa'], 'Cộng hoà và Cộng hòa')).toEqual(['Cộng hoà', 'Cộng hòa'])
    expect(found('vi', ['Cộng hoà'], 'Cộng hòa'.normalize('NFD'))).toEqual(['Cộng hòa'.normalize('NFD')])
  })

  test('without the capital that only begins it in a list', () => {
    expect(found('vi', ['Cải cách hành chính'], 'công tác cải cách hành chính')).toEqual([
      'cải cách hành chính',
    ])
  })

  test('across any white space', () => {
    expect(found('vi', ['ngân sách'], 'ngân  sách, ngân\u00a0sách')).toEqual(['ngân  sách', 'ngân\u00a0sách'])
  })

  test('with sara am written in two', () => {
    expect(found('th', ['คำสั่ง'], 'ตามคํา\u200bสั่ง')).toEqual(['คํา\u200bสั่ง'])
  })

  test('glued to other Thai, because Thai has no spaces', () => {
    expect(found('th', ['ฟู้เถาะ'], 'จังหวัดฟู้เถาะได้')).toEqual(['ฟู้เถาะ'])
  })

  test('under its full form when it is an abbreviation', () => {
    expect(found('th', ['สหรัฐฯ'], 'สหรัฐฯ สหรัฐอเมริกา')).toEqual(['สหรัฐฯ', 'สหรัฐ'])
  })
})

describe('a term is not found', () => {
  test('inside a syllable', () => {
    expect(found('vi', ['ngữ', 'an'], 'ngữa bàn, Lan')).toEqual([])
  })

  test('before a mark that belongs to its last letter', () => {
    expect(found('th', ['ฟู้โถ'], 'ฟู้โถ่')).toEqual([])
  })

  test('in small letters where it is a name', () => {
    expect(found('vi', ['Áo', 'Thứ Hai'], 'áo, lần thứ hai')).toEqual([])
    expect(found('vi', ['Áo', 'Thứ Hai'], 'Áo, hôm thứ Hai, THỨ HAI')).toEqual(['Áo', 'thứ Hai', 'THỨ HAI'])
  })

  test('in other capitals where capitals matter', () => {
    const par: GlossaryEntry = {
      conceptId: 'par',
      terms: [{ language: 'vi', text: 'PAR', status: 'preferred', caseSensitive: true }],
    }
    const text = vi.normalize('Par, par, PAR')
    expect(findTerms(compileTermIndex([par], vi), text).map(({ span }) => span)).toEqual([
      { start: 10, end: 13 },
    ])
  })
})

test('what is found is the same as what a plain search finds', () => {
  const word = fc.stringMatching(/^[ab]{1,3}$/)
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 6 }), fc.array(word, { maxLength: 12 }), (terms, words) => {
      const text = words.join(' ')
      const index = compileTermIndex(
        terms.map((term) => entry(term, ['vi', term])),
        vi,
      )
      const matches = findAllTerms(index, vi.normalize(text)).map(({ span }) =>
        text.slice(span.start, span.end),
      )
      expect(matches).toEqual(words.filter((each) => terms.includes(each)))
    }),
  )
})

const accountWith = (glossary: Glossary, source: string, target: string) => {
  const side = (text: string, language: Language, index: TermIndex) => {
    const normalized = language.normalize(text)
    return { normalized, language, matches: findAllTerms(index, normalized) }
  }
  return expectTerms(side(source, vi, glossary.source), side(target, th, glossary.target), glossary)
}

const homonyms = compileGlossary(
  [
    entry('import', ['vi', 'nhập khẩu'], ['th', 'การนำเข้า']),
    entry('register', ['vi', 'nhập khẩu'], ['vi', 'đăng ký hộ', 'admitted'], ['th', 'การขึ้นทะเบียนบ้าน']),
  ],
  vi,
  th,
)

describe('occurrences and renderings answer for each other one for one', () => {
  const glossary = compileGlossary(
    [
      entry(
        'phu-tho',
        ['vi', 'Phú Thọ'],
        ['th', 'ฟู้เถาะ'],
        ['th', 'ฝูเถาะ', 'deprecated'],
        ['th', 'จังหวัดฝูเถาะ', 'admitted'],
      ),
      entry('counter', ['vi', 'một cửa'], ['th', 'จุดบริการเดียว']),
      entry('linked', ['vi', 'một cửa liên thông'], ['th', 'จุดบริการเดียวแบบเชื่อมโยง']),
      entry('import', ['vi', 'nhập khẩu'], ['th', 'การนำเข้า']),
      entry('register', ['vi', 'nhập khẩu'], ['th', 'การขึ้นทะเบียนบ้าน']),
      entry('unnamed', ['vi', 'cải cách'], ['th', 'การแก้', 'deprecated']),
    ],
    vi,
    th,
  )
  const account = (source: string, target: string) => {
    const { expected, deprecated } = accountWith(glossary, source, target)
    return {
      rendered: expected.map(
        ({ rendering }) => rendering && target.slice(rendering.span.start, rendering.span.end),
      ),
      deprecated: deprecated.map(({ span }) => target.slice(span.start, span.end)),
    }
  }

  test('two occurrences need two renderings', () => {
    expect(account('Phú Thọ, Phú Thọ', 'ฟู้เถาะ')).toEqual({ rendered: ['ฟู้เถาะ', undefined], deprecated: [] })
  })

  test('a good rendering is taken before a deprecated one, which is told all the same', () => {
    expect(account('Phú Thọ', 'ฝูเถาะ ฟู้เถาะ')).toEqual({ rendered: ['ฟู้เถาะ'], deprecated: ['ฝูเถาะ'] })
    expect(account('Phú Thọ', 'ฝูเถาะ')).toEqual({ rendered: ['ฝูเถาะ'], deprecated: ['ฝูเถาะ'] })
  })

  test('of two concepts that forbid one form, each says for its own occurrence what to write', () => {
    const shared = compileGlossary(
      [
        entry('counter', ['vi', 'một cửa'], ['th', 'จุดบริการเดียว'], ['th', 'ร้านค้า', 'deprecated']),
        entry('linked', ['vi', 'một cửa liên thông'], ['th', 'จุดเชื่อมโยง'], ['th', 'ร้านค้า', 'deprecated']),
      ],
      vi,
      th,
    )
    const { deprecated } = accountWith(shared, 'một cửa và một cửa liên thông', 'ร้านค้าและร้านค้า')
    expect(deprecated.map(({ accepted }) => accepted)).toEqual([['จุดบริการเดียว'], ['จุดเชื่อมโยง']])
  })

  test('a deprecated form inside an admitted one is not told', () => {
    expect(account('Phú Thọ', 'จังหวัดฝูเถาะ')).toEqual({ rendered: ['จังหวัดฝูเถาะ'], deprecated: [] })
  })

  test('the longer rendering of another concept does not answer for the shorter one', () => {
    expect(account('một cửa, một cửa liên thông', 'จุดบริการเดียวแบบเชื่อมโยง').rendered).toEqual([
      undefined,
      'จุดบริการเดียวแบบเชื่อมโยง',
    ])
  })

  test('a homonym is satisfied by either of its concepts', () => {
    expect(account('nhập khẩu', 'การขึ้นทะเบียนบ้าน').rendered).toEqual(['การขึ้นทะเบียนบ้าน'])
  })

  test('terms that cross are read as the target reads them', () => {
    const crossing = compileGlossary(
      [
        entry('chinese', ['vi', 'Tiếng Trung'], ['th', 'ภาษาจีนกลาง']),
        entry('china', ['vi', 'Trung Quốc'], ['th', 'จีน']),
        entry('west', ['vi', 'miền Tây Nam'], ['th', 'ภาคตะวันตกเฉียงใต้']),
        entry('southern', ['vi', 'Nam Bộ'], ['th', 'ภาคใต้']),
      ],
      vi,
      th,
    )
    const read = (source: string, target: string) =>
      accountWith(crossing, source, target).expected.map(({ concepts, rendering }) => [
        ...concepts,
        rendering !== undefined,
      ])
    expect(read('học tiếng Trung Quốc', 'เรียนภาษาจีน')).toEqual([['china', true]])
    expect(read('miền Tây Nam Bộ', 'ภาคใต้')).toEqual([['southern', true]])
    expect(read('miền Tây Nam Bộ', 'ภาคตะวันตกเฉียงใต้')).toEqual([['west', true]])
  })

  test('a homonym leaves the rendering that another occurrence needs', () => {
    const { expected } = accountWith(homonyms, 'nhập khẩu thì phải đăng ký hộ', 'การขึ้นทะเบียนบ้าน การนำเข้า')
    expect(expected.map(({ rendering }) => rendering?.term?.conceptId)).toEqual(['import', 'register'])
  })

  test('what the language calls a name for short answers for it, and is no term', () => {
    const country = compileGlossary(
      [entry('usa', ['vi', 'Hoa Kỳ'], ['th', 'สหรัฐอเมริกา'], ['th', 'มะกัน', 'deprecated'])],
      vi,
      th,
    )
    const { expected, deprecated } = accountWith(
      country,
      'Hoa Kỳ, Hoa Kỳ, Hoa Kỳ',
      'สหรัฐฯ กับชาวอเมริกัน และมะกัน',
    )
    expect(expected.map(({ rendering }) => rendering?.term?.text ?? rendering?.span)).toEqual([
      'มะกัน',
      { start: 0, end: 6 },
      { start: 13, end: 21 },
    ])
    expect(deprecated).toHaveLength(1)
  })

  test('a short term inside a longer word is another word', () => {
    const laos = compileGlossary([entry('laos', ['vi', 'Lào'], ['th', 'ลาว'])], vi, th)
    const isRendered = (target: string) =>
      accountWith(laos, 'nước Lào', target).expected.map(({ rendering }) => rendering !== undefined)
    expect(isRendered('ภูเขาไฟพ่นลาวา')).toEqual([false])
    expect(isRendered('คนลาวและประเทศลาว')).toEqual([true])
  })

  test('a concept with nothing to be called expects nothing', () => {
    expect(account('cải cách', 'การแก้')).toEqual({ rendered: [], deprecated: [] })
  })
})

test('a hundred thousand terms can be compiled, and a page searched for them', () => {
  const entries = Array.from({ length: 100_000 }, (_, at) =>
    entry(String(at), ['vi', `thuật ngữ số ${at.toString(7)} của ngành`]),
  )
  const index = compileTermIndex(entries, vi)
  const page = vi.normalize('Theo thuật ngữ số 1234 của ngành, có nhiều thuật ngữ số hóa. '.repeat(100))
  expect(findTerms(index, page)).toHaveLength(100)
})

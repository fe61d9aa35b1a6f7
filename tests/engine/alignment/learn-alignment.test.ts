import { describe, expect, test } from 'vitest'
import { align } from '../../../src/engine/alignment/align.ts'
import { emptyModel, type AlignmentModel } from '../../../src/engine/alignment/alignment-model.ts'
import { defaultModel } from '../../../src/engine/alignment/default-model.ts'
import { learnAlignment, type TaughtSegment } from '../../../src/engine/alignment/learn-alignment.ts'
import { expressionsIn, NOTHING, unpackLexicon, wordsIn } from '../../../src/engine/alignment/lexicon.ts'
import { languageFor } from '../../../src/engine/languages/catalog.ts'
import { breakOdds } from '../../../src/engine/languages/unmarked-breaks.ts'
import { slice } from '../../../src/engine/text/span.ts'

const [vi, th] = [languageFor('vi'), languageFor('th')]
const shipped = defaultModel('vi', 'th')!

/** What a desk might have approved: three short articles about the same trade. */
const approved: readonly TaughtSegment[] = [
  { source: 'Giá sầu riêng tăng mạnh.', target: 'ราคาทุเรียนพุ่งสูง' },
  { source: 'Nhà vườn ở Cai Lậy bán sầu riêng từ sáng sớm.', target: 'ชาวสวนที่กายเลิ่ย ขายทุเรียนตั้งแต่เช้าตรู่' },
  { source: 'Thương lái mua sầu riêng tại vườn.', target: 'พ่อค้าคนกลางรับซื้อทุเรียนถึงสวน', lastOfText: true },
  { source: 'Nhà vườn lo giá giảm.', target: 'ชาวสวนกังวลว่าราคาจะลดลง' },
  { source: 'Thương lái nói giá sầu riêng còn cao.', target: 'พ่อค้าคนกลางบอกว่า ราคาทุเรียนยังสูง' },
  { source: 'Sầu riêng được chở ra cảng.', target: 'ทุเรียนถูกขนไปยังท่าเรือ', lastOfText: true },
]
const taught = learnAlignment(shipped, approved, vi, th)

test('learning from nothing changes nothing', () => {
  expect(learnAlignment(shipped, [], vi, th)).toBe(shipped)
})

test('the same segments give the same model', () => {
  expect(JSON.stringify(learnAlignment(shipped, approved, vi, th))).toBe(JSON.stringify(taught))
})

test('a model is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(taught))).toEqual(taught)
})

test('it says what it learnt from', () => {
  expect(taught.learntFrom).toEqual({ ...shipped.learntFrom, segments: approved.length })
})

test.each([
  ['the shipped model', shipped],
  ['a model that knows nothing', emptyModel('vi', 'th')],
])('what was learnt becomes likelier, beginning with %s', (_, prior) => {
  const after = learnAlignment(prior, approved, vi, th)
  expect(wordLikelihood(after)).toBeGreaterThan(wordLikelihood(prior))
  expect(breakLikelihood(after)).toBeGreaterThan(breakLikelihood(prior))
})

test('learning again goes on from where it ended', () => {
  const twice = learnAlignment(taught, approved, vi, th)
  expect(twice.learntFrom.segments).toBe(2 * approved.length)
  expect(wordLikelihood(twice)).toBeGreaterThan(wordLikelihood(taught))
})

test('a word that the desk taught decides where nothing else can', () => {
  const source = 'Nhà vườn đi chợ. Thương lái chờ xe.'
  const target = 'ชาวสวนไปตลาด แต่เช้า พ่อค้าคนกลางรอรถ อยู่'
  const [first] = align(source, target, vi, th, { model: taught })
  expect(first?.target && slice(target, first.target)).toBe('ชาวสวนไปตลาด แต่เช้า')
})

describe('models that come with the program', () => {
  test('are found by the first subtags', () => {
    expect(defaultModel('vi-VN', 'th_TH')).toBe(shipped)
    expect(defaultModel('th', 'vi')).toBeNull()
  })

  test('say where they come from and under which licences', () => {
    expect(shipped).toMatchObject({
      source: expect.stringContaining('NTREX-128') as string,
      licence: expect.stringContaining('CC-BY-SA-4.0') as string,
    })
    expect(Object.values(shipped.learntFrom).some((count) => count > 0)).toBe(true)
  })
})

/** By Model 1: each target word comes from one of the expressions of its source, or from nothing. */
function wordLikelihood({ lexicon }: AlignmentModel): number {
  const { words, expressions } = unpackLexicon(lexicon)
  const chance = (word: string, name: string) => {
    const row = expressions.get(name)
    return row ? (row.probabilities[row.words.indexOf(words.indexOf(word))] ?? 0) : 0
  }
  return approved.reduce((sum, { source, target }) => {
    const names = [NOTHING, ...expressionsIn(source, vi)]
    const likelihoods = wordsIn(target, th).map((word) =>
      Math.log(1e-6 + names.reduce((all, name) => all + chance(word, name), 0) / names.length),
    )
    return sum + likelihoods.reduce((a, b) => a + b, 0)
  }, 0)
}

function breakLikelihood({ breaks }: AlignmentModel): number {
  const { cues, weights } = th.unmarkedBreaks!
  return approved.reduce((sum, { target, lastOfText }, i) => {
    const runs = target.split(' ')
    const next = lastOfText ? [] : [approved[i + 1]!.target.split(' ')[0]!]
    return [...runs.slice(1), ...next].reduce((all, after, k) => {
      const odds = breakOdds(cues(runs[k]!, after), breaks.to ?? weights())
      return all - Math.log1p(Math.exp(k === runs.length - 1 ? -odds : odds))
    }, sum)
  }, 0)
}

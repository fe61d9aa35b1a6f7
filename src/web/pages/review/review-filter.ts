import { z } from 'zod'
import { segmentStates } from '../../../domain/segment.ts'
import type { Actor } from '../../../domain/people.ts'
import { languageFor } from '../../../engine/languages/catalog.ts'
import type { FilterFacts } from '../../../storage/screens/review-filter.ts'
import type { Words } from '../../../i18n.ts'
import { typedText } from '../../fields.ts'
import type { RowModel } from './review-model.ts'

/** Which segments somebody wants to see, as it stands in the page's address. Empty is all of them. */
export const filterFields = {
  q: typedText(200).catch(''),
  state: z.enum(['', ...segmentStates]).catch(''),
  /** `open`, or the id of a check. */
  check: z
    .string()
    .regex(/^[a-z-]{0,60}$/)
    .catch(''),
  /** `machine`, or somebody's id. */
  author: z
    .string()
    .regex(/^(machine|\d{1,9})?$/)
    .catch(''),
  since: z.enum(['', 'visit', 'version', 'day']).catch(''),
  day: z.iso.date().catch(''),
}

export type FilterQuery = z.output<z.ZodObject<typeof filterFields>>

/** One choice of a filter, and how many segments it would show together with what else is chosen. */
interface Choice {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly isChosen: boolean
}

export interface FilterModel {
  readonly query: FilterQuery
  readonly isActive: boolean
  readonly shown: ReadonlySet<number>
  readonly total: number
  readonly states: readonly Choice[]
  readonly checks: readonly Choice[]
  readonly authors: readonly Choice[]
  readonly times: readonly Choice[]
}

interface Filtered {
  readonly rows: readonly RowModel[]
  readonly facts: FilterFacts
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

type Test = (row: RowModel) => boolean

/** Which rows the page shows and what can be chosen. One that does not know its segments' authors or days shows nothing by them. */
export function filterModel(
  { rows, facts, sourceLanguage, targetLanguage }: Filtered,
  query: FilterQuery,
  {
    actor,
    words,
    lastVisit,
  }: { readonly actor: Actor; readonly words: Words; readonly lastVisit: Date | null },
): FilterModel {
  const times = {
    visit: lastVisit,
    version: facts.lastVersion,
    day: query.day === '' ? null : new Date(`${query.day}T00:00:00+07:00`),
  }
  const tests = {
    state:
      (value: string): Test =>
      (row) =>
        row.state === value,
    check:
      (value: string): Test =>
      (row) =>
        row.findings.some(({ isOpen, check }) => isOpen && (value === 'open' || check === value)),
    author:
      (value: string): Test =>
      ({ id }) =>
        String(facts.written.get(id)?.authorId ?? 'machine') === value,
    since: (value: string): Test => {
      const from = times[value as keyof typeof times]
      return ({ id }) => from === null || (facts.written.get(id)?.at ?? from) > from
    },
  }
  const chosen = {
    state: query.state,
    check: query.check,
    author: query.author,
    since: query.since === 'day' && query.day === '' ? '' : query.since,
  }
  const hasText = textTest(query.q, sourceLanguage, targetLanguage)
  const fields = ['state', 'check', 'author', 'since'] as const
  const failed = rows.map((row) => {
    const failing = fields.filter((field) => chosen[field] !== '' && !tests[field](chosen[field])(row))
    return { row, failing, isOut: !hasText(row) }
  })
  /** A choice is counted among the rows that everything else lets through. */
  const choice = (field: (typeof fields)[number], value: string, label: string): Choice => {
    const test = value === '' ? () => true : tests[field](value)
    const count = failed.filter(
      ({ row, failing, isOut }) => !isOut && failing.every((other) => other === field) && test(row),
    ).length
    return { value, label, count, isChosen: chosen[field] === value }
  }
  const { t } = words
  const open = rows.flatMap(({ findings }) => findings.filter(({ isOpen }) => isOpen))
  const checks = new Map(open.map(({ check, name }) => [check, name]))
  const moment = (value: 'visit' | 'version', key: string) => {
    const at = times[value]
    return at === null ? [] : [choice('since', value, t(key, { when: words.dateTime(at) }))]
  }
  return {
    query,
    isActive: query.q.trim() !== '' || fields.some((field) => chosen[field] !== ''),
    shown: new Set(
      failed.flatMap(({ row, failing, isOut }) => (isOut || failing.length > 0 ? [] : [row.id])),
    ),
    total: rows.length,
    states: [
      choice('state', '', t('filter.any-state')),
      ...segmentStates.map((state) => choice('state', state, t(`review.state.${state}`))),
    ],
    checks: [
      choice('check', '', t('filter.any-check')),
      choice('check', 'open', t('filter.open-findings')),
      ...Array.from(checks, ([check, name]) => choice('check', check, name)),
    ],
    authors: [
      choice('author', '', t('filter.any-author')),
      choice('author', 'machine', t('filter.machine')),
      ...facts.authors.map(({ id, name }) =>
        choice('author', String(id), id === actor.id ? t('filter.me') : name),
      ),
    ],
    times: [
      choice('since', '', t('filter.any-time')),
      ...moment('visit', 'filter.last-visit'),
      ...moment('version', 'filter.last-version'),
      choice('since', 'day', t('filter.date')),
    ],
  }
}

/** Neither case nor tones nor diacritics matter, in either language. */
function textTest(q: string, sourceLanguage: string, targetLanguage: string): Test {
  if (q.trim() === '') return () => true
  const [source, target] = [languageFor(sourceLanguage).searchKey, languageFor(targetLanguage).searchKey]
  const [inSource, inTarget] = [source(q.trim()), target(q.trim())]
  return (row) =>
    (inSource !== '' && source(row.sourceText).includes(inSource)) ||
    (inTarget !== '' && target(row.targetText).includes(inTarget))
}

export interface WordCounts {
  readonly words: number
  readonly confirmedWords: number
}

/** The words of the source, and of those the ones in segments that somebody has confirmed. */
export function countWords(
  rows: readonly Pick<RowModel, 'sourceText' | 'state'>[],
  sourceLanguage: string,
): WordCounts {
  const language = languageFor(sourceLanguage)
  const count = (text: string) =>
    language.unspaced ? language.words(text).length : (text.match(/\S+/g)?.length ?? 0)
  let [all, confirmed] = [0, 0]
  for (const { sourceText, state } of rows) {
    const own = count(sourceText)
    all += own
    if (state !== 'initial') confirmed += own
  }
  return { words: all, confirmedWords: confirmed }
}

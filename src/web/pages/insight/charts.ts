import { pointsPerThousand } from '../../../domain/mqm.ts'
import type { Insight, InsightDimension } from '../../../storage/screens/insight.ts'
import type { Words } from '../../../i18n.ts'
import { bars, type BarRow, type Bars } from './bars.ts'

export const chartIds = ['words', 'time', 'edited', 'mqm', 'dismissed', 'ended'] as const
export type ChartId = (typeof chartIds)[number]

/** Fewer than these tell nothing, so nothing is drawn. */
export const fewest = { articles: 3, decided: 10, words: 1000 } as const
/** The longest that are drawn; the table has them all. */
const mostRows = 24

export interface Chart {
  readonly id: ChartId
  readonly title: string
  /** What the picture shows, in words. */
  readonly caption: string
  readonly bars: Bars
  readonly table: Table
}

export interface Table {
  readonly head: readonly string[]
  /** A text is a text, a number a figure; null is not known. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Every picture of the page, each with the sentence that says the same and with its figures. */
export function charts(found: Insight, by: InsightDimension, words: Words): Chart[] {
  const { t } = words
  const number = (value: number) => words.number(value)
  const percent = (value: number) => words.percent(value)
  const nameOf = (key: string) =>
    key === '' ? t('insight.not-stated') : by === 'month' ? monthName(key, words) : key
  const group = t(`insight.by.${by}`)
  const all = found.published.find(({ key }) => key === null)
  const groups = found.published.flatMap((one) => (one.key === null ? [] : [{ ...one, key: one.key }]))
  const tooFew = (count: number) => t('insight.too-few', { shown: number(count) })
  const enough = all !== undefined && all.articles >= fewest.articles

  const chart = (
    id: ChartId,
    caption: string,
    rows: readonly BarRow[],
    table: Table,
    format: (value: number) => string,
    whole?: number,
  ): Chart => ({
    id,
    title: t(`insight.chart.${id}`),
    caption,
    bars: bars(rows.slice(0, mostRows), format, whole),
    table,
  })

  const most = [...groups].sort((a, b) => b.words - a.words)[0]
  const markedAll = found.marked.find(({ key }) => key === null)
  const markedGroups = found.marked.flatMap((one) => (one.key === null ? [] : [{ ...one, key: one.key }]))
  const per = (points: number, count: number) => pointsPerThousand(points, count) ?? 0
  const decided = found.checks.map((one) => ({ ...one, decided: one.mended + one.dismissed }))
  const judged = decided.filter((one) => one.decided >= fewest.decided)
  const noisy = [...judged].sort((a, b) => b.dismissed / b.decided - a.dismissed / a.decided)
  const checkName = (check: string) => t(`checks.${check}.name`)
  const sum = (key: 'mended' | 'dismissed' | 'lapsed' | 'open' | 'gone') =>
    found.checks.reduce((total, one) => total + one[key], 0)
  return [
    chart(
      'words',
      all && most
        ? t(groups.length > 1 ? 'insight.caption.words' : 'insight.caption.all-words', {
            total: number(all.words),
            articles: number(all.articles),
            name: nameOf(most.key),
            most: number(most.words),
          })
        : t('insight.nothing'),
      groups.map((one) => ({
        label: nameOf(one.key),
        value: one.words,
        shown: t('insight.shown.words', { words: number(one.words), n: number(one.articles) }),
      })),
      {
        head: [group, t('insight.column.words'), t('insight.column.articles')],
        rows: groups.map((one) => [nameOf(one.key), one.words, one.articles]),
      },
      number,
    ),
    chart(
      'time',
      enough
        ? t('insight.caption.time', {
            median: duration(all.median, words),
            lower: duration(all.lower, words),
            upper: duration(all.upper, words),
            articles: number(all.articles),
          })
        : t('insight.nothing'),
      groups.map((one) =>
        one.articles < fewest.articles
          ? { label: nameOf(one.key), value: null, shown: tooFew(one.articles) }
          : {
              label: nameOf(one.key),
              value: one.median / 24,
              range: [one.lower / 24, one.upper / 24],
              shown: t('insight.shown.value', {
                value: duration(one.median, words),
                n: number(one.articles),
              }),
            },
      ),
      {
        head: [
          group,
          t('insight.column.median'),
          t('insight.column.lower'),
          t('insight.column.upper'),
          t('insight.column.articles'),
        ],
        rows: groups.map((one) => [
          nameOf(one.key),
          tenth(one.median),
          tenth(one.lower),
          tenth(one.upper),
          one.articles,
        ]),
      },
      (days) => unit(days, 'day', words),
    ),
    chart(
      'edited',
      enough && all.edited !== null
        ? t('insight.caption.edited', { share: percent(all.edited), articles: number(all.articles) })
        : t('insight.nothing'),
      groups.map((one) =>
        one.articles < fewest.articles || one.edited === null
          ? { label: nameOf(one.key), value: null, shown: tooFew(one.articles) }
          : {
              label: nameOf(one.key),
              value: one.edited,
              shown: t('insight.shown.value', { value: percent(one.edited), n: number(one.articles) }),
            },
      ),
      {
        head: [group, t('insight.column.edited'), t('insight.column.articles')],
        rows: groups.map((one) => [
          nameOf(one.key),
          one.edited === null ? null : tenth(one.edited * 100),
          one.articles,
        ]),
      },
      percent,
    ),
    chart(
      'mqm',
      markedAll && markedAll.words >= fewest.words
        ? t('insight.caption.mqm', {
            points: number(tenth(per(markedAll.points, markedAll.words))),
            versions: number(markedAll.versions),
            marked: number(markedAll.marked),
            words: number(markedAll.words),
          })
        : t('insight.nothing'),
      markedGroups.map((one) =>
        one.words < fewest.words
          ? {
              label: nameOf(one.key),
              value: null,
              shown: t('insight.too-few-words', { shown: number(one.words) }),
            }
          : {
              label: nameOf(one.key),
              value: per(one.points, one.words),
              shown: t('insight.shown.points', {
                points: number(tenth(per(one.points, one.words))),
                n: number(one.versions),
              }),
            },
      ),
      {
        head: [
          group,
          t('insight.column.per-thousand'),
          t('insight.column.points'),
          t('insight.column.words'),
          t('insight.column.versions'),
          t('insight.column.marked'),
        ],
        rows: markedGroups.map((one) => [
          nameOf(one.key),
          one.words === 0 ? null : tenth(per(one.points, one.words)),
          one.points,
          one.words,
          one.versions,
          one.marked,
        ]),
      },
      number,
    ),
    chart(
      'dismissed',
      noisy[0]
        ? t(noisy[0].dismissed > 0 ? 'insight.caption.dismissed' : 'insight.caption.none-dismissed', {
            check: checkName(noisy[0].check),
            share: percent(noisy[0].dismissed / noisy[0].decided),
            count: noisy[0].decided,
          })
        : t('insight.nothing'),
      [...noisy, ...decided.filter((one) => one.decided < fewest.decided && one.decided > 0)].map((one) => ({
        label: checkName(one.check),
        value: one.decided < fewest.decided ? null : one.dismissed / one.decided,
        shown:
          one.decided < fewest.decided
            ? tooFew(one.decided)
            : t('insight.shown.value', {
                value: percent(one.dismissed / one.decided),
                n: number(one.decided),
              }),
      })),
      {
        head: [
          t('insight.column.check'),
          t('insight.column.dismissed-share'),
          t('insight.column.dismissed'),
          t('insight.column.mended'),
        ],
        rows: decided.map((one) => [
          checkName(one.check),
          one.decided === 0 ? null : tenth((one.dismissed * 100) / one.decided),
          one.dismissed,
          one.mended,
        ]),
      },
      percent,
      1,
    ),
    chart(
      'ended',
      found.checks.length === 0
        ? t('insight.nothing')
        : t('insight.caption.ended', {
            mended: number(sum('mended')),
            dismissed: number(sum('dismissed')),
            lapsed: number(sum('lapsed')),
            open: number(sum('open')),
            gone: number(sum('gone')),
          }),
      (['mended', 'dismissed', 'lapsed', 'open', 'gone'] as const).map((key) => ({
        label: t(`insight.column.${key}`),
        value: sum(key),
        shown: number(sum(key)),
      })),
      {
        head: [
          t('insight.column.check'),
          t('insight.column.mended'),
          t('insight.column.dismissed'),
          t('insight.column.lapsed'),
          t('insight.column.open'),
          t('insight.column.gone'),
        ],
        rows: found.checks.map((one) => [
          checkName(one.check),
          one.mended,
          one.dismissed,
          one.lapsed,
          one.open,
          one.gone,
        ]),
      },
      number,
    ),
  ]
}

const tenth = (value: number) => Math.round(value * 10) / 10

const unit = (value: number, name: 'hour' | 'day', { locale }: Words) =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value)

const duration = (hours: number, words: Words) =>
  hours < 48 ? unit(hours, 'hour', words) : unit(hours / 24, 'day', words)

const monthName = (month: string, { locale }: Words) =>
  new Intl.DateTimeFormat(locale === 'th' ? 'th-TH-u-ca-buddhist' : locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15`))

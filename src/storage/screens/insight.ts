import { deskTimeZone } from '../../domain/desk-time.ts'
import type { Knex } from 'knex'

export const insightDimensions = ['month', 'translator', 'engine', 'source'] as const
export type InsightDimension = (typeof insightDimensions)[number]

export interface InsightQuery {
  readonly by: InsightDimension
  /** Months, `2026-03`; both count. */
  readonly from: string
  readonly to: string
  readonly person?: number | undefined
  /** '' for what has none. */
  readonly engine?: string | undefined
  readonly source?: string | undefined
}

/** One group, or all of them together where `key` is null. A month, a person's name, an engine or a host; '' where it is not known. */
export interface PublishedFigures {
  readonly key: string | null
  /** Articles that readers saw for the first time. */
  readonly articles: number
  readonly words: number
  /** From import to publication, in hours: the middle one, and between which the middle half lies. */
  readonly lower: number
  readonly median: number
  readonly upper: number
  /** The share of the text that is not the machine's, of 1; null when nothing was measured. */
  readonly edited: number | null
}

export interface MarkedFigures {
  readonly key: string | null
  /** Versions that an editor decided, and how many of them have marks. */
  readonly versions: number
  readonly marked: number
  readonly words: number
  readonly points: number
}

export interface CheckFigures {
  readonly check: string
  readonly mended: number
  readonly dismissed: number
  readonly lapsed: number
  /** As of now, of all drafts. */
  readonly open: number
  readonly gone: number
}

export interface Insight {
  readonly published: readonly PublishedFigures[]
  readonly marked: readonly MarkedFigures[]
  readonly checks: readonly CheckFigures[]
  /** ISO date: what became of findings is known from then on. */
  readonly outcomesSince: string
  readonly people: readonly { readonly id: number; readonly name: string }[]
  readonly engines: readonly string[]
  readonly sources: readonly string[]
}

const host = `regexp_replace(split_part(split_part(coalesce(a.source_url, ''), '/', 3), ':', 1), '^www[.]', '')`

/** What was done in some months. Translators are those who submitted; everything is counted by the database. */
export async function insight(knex: Knex, query: InsightQuery): Promise<Insight> {
  const { from, to, person = null, engine = null, source = null } = query
  const values = {
    from: `${from}-01`,
    to: `${to}-01`,
    person,
    engine,
    source,
    timeZone: deskTimeZone,
  }
  const key = {
    month: `to_char(at at time zone :timeZone, 'YYYY-MM')`,
    translator: 'name',
    engine: 'engine',
    source: 'source',
  }[query.by]
  const about = `join drafts d on d.id = v.draft_id join articles a on a.id = d.article_id join people p on p.id = v.submitted_by
    left join version_measures m on m.version_id = v.id`
  const columns = `v.id, p.name, coalesce(d.machine_engine, '') as engine, ${host} as source, m.source_words as words, m.edits, m.graphemes`
  const inRange = (at: string) => `
    ${at} >= cast(:from as timestamp) at time zone :timeZone
    and ${at} < (cast(:to as timestamp) + interval '1 month') at time zone :timeZone`
  const fits = `(cast(:person as integer) is null or v.submitted_by = :person)
    and (cast(:engine as text) is null or coalesce(d.machine_engine, '') = :engine)
    and (cast(:source as text) is null or ${host} = :source)`
  const ask = async <Row>(sql: string) => (await knex.raw<{ rows: Row[] }>(sql, values)).rows
  const [published, marked, checks, since, people, engines, sources] = await Promise.all([
    ask<PublishedFigures>(
      `with first as (select distinct on (draft_id) version_id, published_at from publications order by draft_id, id),
       shown as (
         select ${columns}, f.published_at as at, extract(epoch from f.published_at - d.imported_at)::float / 3600 as hours
         from first f join versions v on v.id = f.version_id ${about} where ${inRange('f.published_at')} and ${fits}),
       keyed as (select *, ${key} as key from shown)
       select key, count(*)::integer as articles, coalesce(sum(words), 0)::integer as words,
         percentile_cont(0.25) within group (order by hours) as lower,
         percentile_cont(0.5) within group (order by hours) as median,
         percentile_cont(0.75) within group (order by hours) as upper,
         sum(edits)::float / nullif(sum(graphemes), 0) as edited
       from keyed group by grouping sets ((key), ()) having count(*) > 0 order by key`,
    ),
    ask<MarkedFigures>(
      `with points as (
         select k.version_id, sum(case k.severity when 'critical' then 25 when 'major' then 5 when 'minor' then 1 else 0 end) as points
         from marks k where not exists (select from mark_withdrawals w where w.mark_id = k.id) group by k.version_id),
       decided as (
         select ${columns}, coalesce(ap.created_at, re.created_at) as at, k.points
         from versions v left join approvals ap on ap.version_id = v.id left join returns re on re.version_id = v.id
           left join points k on k.version_id = v.id ${about}
         where coalesce(ap.created_at, re.created_at) is not null and ${inRange('coalesce(ap.created_at, re.created_at)')} and ${fits}),
       keyed as (select *, ${key} as key from decided)
       select key, count(*)::integer as versions, count(points)::integer as marked, coalesce(sum(words), 0)::integer as words,
         coalesce(sum(points), 0)::integer as points
       from keyed group by grouping sets ((key), ()) having count(*) > 0 order by key`,
    ),
    ask<CheckFigures>(
      `with wanted as (
         select d.id from drafts d join articles a on a.id = d.article_id
         where (cast(:engine as text) is null or coalesce(d.machine_engine, '') = :engine)
           and (cast(:source as text) is null or ${host} = :source)
           and (cast(:person as integer) is null or exists (
             select from versions v where v.draft_id = d.id and v.submitted_by = :person))),
       counted as (
         select o.check_id, o.outcome as what from finding_outcomes o join wanted on wanted.id = o.draft_id where ${inRange('o.ended_at')}
         union all
         select x.check_id, 'dismissed' from dismissals x join wanted on wanted.id = x.draft_id
         where x.withdrawn_at is null and ${inRange('x.created_at')}
         union all
         select f.check_id, case when s.retired_by is null then 'open' else 'gone' end
         from findings f join wanted on wanted.id = f.draft_id join segments s on s.id = f.segment_id
         where not exists (select from dismissals x
           where x.segment_id = f.segment_id and x.fingerprint = f.fingerprint and x.withdrawn_at is null))
       select check_id as "check", (count(*) filter (where what = 'mended'))::integer as mended,
         (count(*) filter (where what = 'dismissed'))::integer as dismissed,
         (count(*) filter (where what = 'lapsed'))::integer as lapsed,
         (count(*) filter (where what = 'open'))::integer as open, (count(*) filter (where what = 'gone'))::integer as gone
       from counted group by check_id order by count(*) desc, check_id`,
    ),
    knex('settings').where({ name: 'finding-outcomes-since' }).first<{ value: string } | undefined>('value'),
    knex('people as p')
      .whereExists(knex('versions as v').whereRaw('v.submitted_by = p.id').select(knex.raw('1')))
      .orderBy('p.name')
      .select<{ id: number; name: string }[]>('p.id', 'p.name'),
    ask<{ key: string }>(`select distinct coalesce(machine_engine, '') as key from drafts order by 1`),
    ask<{ key: string }>(`select distinct ${host} as key from articles a order by 1`),
  ])
  return {
    published,
    marked,
    checks,
    outcomesSince: since?.value ?? '',
    people,
    engines: engines.map(({ key }) => key),
    sources: sources.map(({ key }) => key),
  }
}

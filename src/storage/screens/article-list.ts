import type { Knex } from 'knex'
import { waitsFor, type DraftState } from '../../domain/article.ts'
import type { Actor } from '../../domain/people.ts'
import { decisionHindrance } from '../../domain/version.ts'
import type { Severity } from '../../engine/checks/check.ts'
import { standingRows, toStanding, type Standing, type StandingRow } from './draft-standings.ts'
import { sourceTitle, targetTitle } from './titles.ts'

export interface ListedDraft extends Standing {
  readonly sourceTitle: string
  readonly targetTitle: string
  readonly segments: number
  /** Segments that a person has confirmed, or that were accepted. */
  readonly confirmed: number
  /** Open findings, most severe first. */
  readonly findings: readonly { readonly severity: Severity; readonly count: number }[]
  readonly openComments: number
  readonly lastActivity: { readonly at: Date; readonly by: string | null } | null
  /** What readers do not see yet behind the published version: a newer one that was returned, or approved and never shown. */
  readonly behind: 'returned' | 'approved' | null
  /** It is this person's turn. */
  readonly waiting: boolean
}

export interface ListQuery {
  readonly actor: Actor
  readonly state?: DraftState | 'waiting' | undefined
  /** Words of a title in either language, or of the source's address; marks and case do not count. */
  readonly q: string
  readonly page: number
}

export interface ArticleList {
  readonly drafts: readonly ListedDraft[]
  readonly total: number
  readonly pages: number
  /** How many there are in each state, and how many wait for this person, whatever state is asked for. */
  readonly counts: ReadonlyMap<DraftState | 'waiting' | 'all', number>
}

const pageSize = 25

/** The desk's first page: every draft, and every article without one: first what waits for this person, then latest activity. */
export const articleList =
  (knex: Knex) =>
  async ({ actor, state, q, page }: ListQuery): Promise<ArticleList> => {
    const rows = await standingRows(knex)
      .whereRaw(q === '' ? 'true' : matches, { q })
      .select<ListRow[]>(
        knex.raw(
          `exists (select 1 from comments c where c.draft_id = d.id and c.resolved_at is null) as "hasComments"`,
        ),
        knex.raw(wroteInIt, { actor: actor.id }),
        knex.raw(`exists (select 1 from publications p where p.version_id = latest.id) as "latestWasShown"`),
        knex.raw(
          `(select max(e.id) from events e where e.article_id = a.id and (e.draft_id = d.id or e.draft_id is null)) as latest`,
        ),
      )
      .orderBy([
        { column: 'latest', order: 'desc', nulls: 'last' },
        { column: 'a.id', order: 'desc' },
      ])
    const found = rows.map((row) => {
      const standing = toStanding(row)
      const behind = behindPublication(standing, row)
      const state = behind ?? standing.state
      const waiting = waitsFor(deciding(actor, standing, row), { ...standing, state }, row.hasComments)
      return { ...standing, behind, waiting }
    })
    found.sort((a, b) => Number(b.waiting) - Number(a.waiting))
    const counts = new Map<DraftState | 'waiting' | 'all', number>([['all', found.length]])
    const count = (key: DraftState | 'waiting') => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (const standing of found) {
      count(standing.state)
      if (standing.isStale && standing.state !== 'stale') count('stale')
      if (standing.waiting) count('waiting')
    }
    const wanted = found.filter((standing) => !state || isIn(standing, state))
    const shown = wanted.slice((page - 1) * pageSize, page * pageSize)
    const details = await detailsOf(knex, shown)
    return {
      drafts: shown.map((standing) => ({ ...standing, ...(details.get(keyOf(standing)) ?? nothing) })),
      total: wanted.length,
      pages: Math.max(1, Math.ceil(wanted.length / pageSize)),
      counts,
    }
  }

/** What is stale is found as such whatever else is done to it. */
const isIn = (standing: Standing & { readonly waiting: boolean }, state: DraftState | 'waiting'): boolean =>
  state === 'waiting' ? standing.waiting : standing.state === state || (state === 'stale' && standing.isStale)

interface ListRow extends StandingRow {
  hasComments: boolean
  wroteInIt: boolean
  latestWasShown: boolean
}

/** SQL: person `:actor` wrote words that are, or were, in the latest version while it was made. */
const wroteInIt = `latest.id is not null and exists (
  select 1 from segment_revisions r join segments s on s.id = r.segment_id
  where s.draft_id = d.id and r.author_id = :actor
    and r.id <= (select max(vs.revision_id) from version_segments vs where vs.version_id = latest.id)) as "wroteInIt"`

function behindPublication({ version, state }: Standing, { latestWasShown }: ListRow): ListedDraft['behind'] {
  const isLive = state === 'published' || state === 'stale'
  return !isLive || latestWasShown || !version || version.state === 'submitted' ? null : version.state
}

/** Who may not decide a version does not wait for it as an editor. */
function deciding(actor: Actor, { state, version }: Standing, { wroteInIt: wrote }: ListRow): Actor {
  if (state !== 'submitted' || !version) return actor
  return decisionHindrance(version, actor, wrote ? [actor.id] : []) === null
    ? actor
    : { ...actor, roles: actor.roles.filter((role) => role !== 'editor') }
}

/** Letters alone: what `fold` does to a title it does to the query, so Phú and phu, ฟู้ and ฟู are found by each other. */
const fold = (text: string) =>
  `replace(regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]', '', 'g'), 'đ', 'd')`

const matches = `(exists (
  select 1 from units u left join segments s on s.unit_id = u.id and s.draft_id = d.id and s.retired_by is null
    left join segment_revisions r on r.id = s.current_revision_id
  where u.article_id = a.id and u.retired_at is null and u.kind = 'title'
    and (position(${fold(':q')} in ${fold('u.source_text')}) > 0 or position(${fold(':q')} in ${fold("coalesce(r.text, '')")}) > 0)
) or position(lower(:q) in lower(coalesce(a.source_url, ''))) > 0)`

type Details = Omit<ListedDraft, keyof Standing | 'behind' | 'waiting'>

interface DetailsRow {
  articleId: number
  draftId: number | null
  sourceTitle: string | null
  targetTitle: string | null
  segments: number
  confirmed: number
  findings: Partial<Record<Severity, number>>
  openComments: number
  at: Date | null
  by: string | null
}

const nothing: Details = {
  sourceTitle: '',
  targetTitle: '',
  segments: 0,
  confirmed: 0,
  findings: [],
  openComments: 0,
  lastActivity: null,
}

const keyOf = ({ articleId, draftId }: { articleId: number; draftId: number | null }) =>
  `${articleId}/${draftId ?? ''}`

/** What only the rows of one page need. */
async function detailsOf(knex: Knex, shown: readonly Standing[]): Promise<Map<string, Details>> {
  if (shown.length === 0) return new Map()
  const rows = await knex('articles as a')
    .leftJoin('drafts as d', 'd.article_id', 'a.id')
    .whereIn(
      'a.id',
      shown.map(({ articleId }) => articleId),
    )
    .joinRaw(
      `left join lateral (
         select count(*)::int as segments, (count(*) filter (where s.state <> 'initial'))::int as confirmed
         from segments s where s.draft_id = d.id and s.retired_by is null
       ) progress on true`,
    )
    .joinRaw(
      `left join lateral (
         select e.created_at as at, p.name as by from events e left join people p on p.id = e.person_id
         where e.article_id = a.id and (e.draft_id = d.id or e.draft_id is null) order by e.id desc limit 1
       ) activity on true`,
    )
    .select({
      articleId: 'a.id',
      draftId: 'd.id',
      segments: 'progress.segments',
      confirmed: 'progress.confirmed',
      at: 'activity.at',
      by: 'activity.by',
    })
    .select<DetailsRow[]>(
      knex.raw(sourceTitle),
      knex.raw(targetTitle),
      knex.raw(openFindings),
      knex.raw(
        `(select count(*)::int from comments c where c.draft_id = d.id and c.resolved_at is null) as "openComments"`,
      ),
    )
  return new Map(
    rows.map((row) => [
      keyOf(row),
      {
        sourceTitle: row.sourceTitle ?? '',
        targetTitle: row.targetTitle ?? '',
        segments: row.segments,
        confirmed: row.confirmed,
        findings: mostSevereFirst.flatMap((severity) => {
          const count = row.findings[severity]
          return count ? [{ severity, count }] : []
        }),
        openComments: row.openComments,
        lastActivity: row.at && { at: row.at, by: row.by },
      },
    ]),
  )
}

const mostSevereFirst: readonly Severity[] = ['critical', 'major', 'minor', 'neutral']

/** SQL for the open findings of draft `d`, counted by severity. */
const openFindings = `(
  select coalesce(json_object_agg(f.severity, f.count), '{}') from (
    select f.severity, count(*)::int as count from findings f
      join segments s on s.id = f.segment_id and s.retired_by is null
    where f.draft_id = d.id and not exists (select 1 from dismissals x
      where x.segment_id = f.segment_id and x.fingerprint = f.fingerprint and x.withdrawn_at is null)
    group by f.severity) f) as findings`

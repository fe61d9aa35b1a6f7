import type { Knex } from 'knex'
import type { DraftState } from '../../domain/article.ts'
import type { Actor } from '../../domain/people.ts'
import { openStates, waitingFor, type QueueOrder } from '../../domain/queue.ts'
import { blockingSeverities, decisionHindrance } from '../../domain/version.ts'
import { changesWords } from './changed-concepts.ts'
import { standingRows, toStanding, type Standing, type StandingRow } from './draft-standings.ts'
import { sourceTitle, targetTitle } from './titles.ts'

/** A draft that waits for somebody, with what tells how urgent, how large and how risky it is. */
export interface QueuedDraft extends Figures {
  readonly articleId: number
  readonly draftId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly state: DraftState
  readonly version: Standing['version']
  readonly isMine: boolean
  readonly isFree: boolean
  readonly isOverdue: boolean
  readonly sourceTitle: string | null
  readonly targetTitle: string | null
}

interface Figures {
  /** Since when it has been in this state. */
  readonly since: Date
  readonly translatorId: number | null
  readonly translator: string | null
  readonly editorId: number | null
  readonly editor: string | null
  /** ISO date. */
  readonly dueOn: string | null
  readonly segments: number
  /** Open findings that hold up a submission, and the others. */
  readonly blocking: number
  readonly remarks: number
  /** Names of which some finding asks how they are written. */
  readonly names: number
  /** Segments of machine text that nobody has confirmed. */
  readonly unread: number
  /** Null until they are measured, some seconds after a change. */
  readonly words: number | null
  /** The share of the text that is no longer the machine's, of 1. */
  readonly edited: number | null
}

export interface QueueQuery {
  readonly actor: Actor
  readonly view: 'mine' | 'free' | 'all'
  readonly state?: DraftState | undefined
  readonly language?: string | undefined
  /** A person's id, or `none`. */
  readonly assignee?: number | 'none' | undefined
  readonly due?: 'overdue' | 'week' | 'none' | undefined
  readonly risky: boolean
  readonly order: QueueOrder
  readonly page: number
  /** ISO date. */
  readonly today: string
}

export interface Queue {
  readonly drafts: readonly QueuedDraft[]
  readonly total: number
  readonly pages: number
  readonly counts: Readonly<Record<QueueQuery['view'], number>>
  /** Into which languages anything waits. */
  readonly languages: readonly string[]
  /** Who can be given drafts. */
  readonly people: readonly {
    readonly id: number
    readonly name: string
    readonly roles: readonly string[]
  }[]
}

const pageSize = 25

/** What waits: all of it is read, filtered and put in order here, since it is hundreds of drafts and never all that there ever were. */
export async function queue(knex: Knex, query: QueueQuery): Promise<Queue> {
  const { actor, view, today, order, page } = query
  const open = (await openDrafts(knex, actor)).filter(({ state }) => openStates.includes(state))
  const figures = await figuresOf(
    knex,
    open.map(({ draftId }) => draftId),
  )
  const all = open.flatMap((draft) => {
    const found = figures.get(draft.draftId)
    if (!found) return []
    const submittedBy = draft.version?.submittedBy ?? null
    const waiting = waitingFor(actor, { ...draft, ...found, submittedBy })
    const isOverdue = found.dueOn !== null && found.dueOn < today
    return [{ ...draft, ...found, isMine: waiting === 'mine', isFree: waiting === 'free', isOverdue }]
  })
  const inView = { mine: all.filter(({ isMine }) => isMine), free: all.filter(({ isFree }) => isFree), all }
  const wanted = inView[view].filter(fits(query)).sort(by(order))
  const shown = wanted.slice((page - 1) * pageSize, page * pageSize)
  const titles = await titlesOf(
    knex,
    shown.map(({ draftId }) => draftId),
  )
  return {
    drafts: shown.map((draft) => ({
      ...draft,
      ...(titles.get(draft.draftId) ?? { sourceTitle: null, targetTitle: null }),
    })),
    total: wanted.length,
    pages: Math.max(1, Math.ceil(wanted.length / pageSize)),
    counts: { mine: inView.mine.length, free: inView.free.length, all: all.length },
    languages: [...new Set(all.map(({ targetLanguage }) => targetLanguage))].sort(),
    people: await assignable(knex),
  }
}

type Untitled = Omit<QueuedDraft, 'sourceTitle' | 'targetTitle'>

const fits =
  ({ state, language, assignee, due, risky, today }: QueueQuery) =>
  (draft: Untitled): boolean =>
    (!state || draft.state === state) &&
    (!language || draft.targetLanguage === language) &&
    (assignee === undefined ||
      (assignee === 'none'
        ? draft.translatorId === null && draft.editorId === null
        : draft.translatorId === assignee || draft.editorId === assignee)) &&
    (!due ||
      (due === 'none'
        ? draft.dueOn === null
        : draft.dueOn !== null && (due === 'overdue' ? draft.isOverdue : draft.dueOn <= inAWeek(today)))) &&
    (!risky || draft.blocking > 0 || draft.names > 0 || draft.unread > 0)

const inAWeek = (today: string) =>
  new Date(Date.parse(today) + 7 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Whatever the order, what is equal in it stands by its day, then by how long it has waited, then by its number. */
function by(order: QueueOrder): (a: Untitled, b: Untitled) => number {
  const most = {
    due: () => 0,
    waiting: (draft: Untitled) => -draft.since.getTime(),
    blocking: (draft: Untitled) => draft.blocking,
    names: (draft: Untitled) => draft.names,
    unread: (draft: Untitled) => draft.unread,
    edited: (draft: Untitled) => draft.edited ?? -1,
    size: (draft: Untitled) => draft.words ?? -1,
  }[order]
  const day = ({ dueOn }: Untitled) => dueOn ?? '9999'
  return (a, b) =>
    most(b) - most(a) ||
    (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0) ||
    a.since.getTime() - b.since.getTime() ||
    a.draftId - b.draftId
}

interface OpenRow extends StandingRow {
  wroteInIt: boolean
  latestWasShown: boolean
}

async function openDrafts(knex: Knex, actor: Actor) {
  const rows = await standingRows(knex)
    .whereNotNull('d.id')
    .select<OpenRow[]>(
      knex.raw(
        `latest.state = 'submitted' and exists (
           select 1 from version_segments vs join segment_revisions r on r.segment_id = vs.segment_id and r.id <= vs.revision_id
           where vs.version_id = latest.id and r.author_id = ?) as "wroteInIt"`,
        [actor.id],
      ),
      knex.raw(`exists (select 1 from publications p where p.version_id = latest.id) as "latestWasShown"`),
    )
  return rows.flatMap((row) => {
    const { articleId, draftId, sourceLanguage, targetLanguage, version, state } = toStanding(row)
    if (draftId === null || targetLanguage === null) return []
    // What goes on behind what readers see: a newer version that was returned, or approved and not shown yet.
    const behind =
      (state === 'published' || state === 'stale') && version && !row.latestWasShown ? version.state : state
    const mayDecide =
      version !== null && decisionHindrance(version, actor, row.wroteInIt ? [actor.id] : []) === null
    return [{ articleId, draftId, sourceLanguage, targetLanguage, version, state: behind, mayDecide }]
  })
}

async function figuresOf(knex: Knex, ids: readonly number[]): Promise<Map<number, Figures>> {
  const { rows } = await knex.raw<{ rows: (Figures & { draftId: number })[] }>(figuresStatement, {
    ids: [...ids],
    blocking: [...blockingSeverities],
  })
  return new Map(rows.map(({ draftId, ...figures }) => [draftId, figures]))
}

async function titlesOf(knex: Knex, ids: readonly number[]) {
  const rows = await knex('drafts as d')
    .join('articles as a', 'a.id', 'd.article_id')
    .whereRaw('d.id = any(?)', [[...ids]])
    .select({ id: 'd.id' })
    .select<{ id: number; sourceTitle: string | null; targetTitle: string | null }[]>(
      knex.raw(sourceTitle),
      knex.raw(targetTitle),
    )
  return new Map(rows.map(({ id, ...titles }) => [id, titles]))
}

const assignable = (knex: Knex): Promise<Queue['people']> =>
  knex('people as p')
    .join('person_roles as r', 'r.person_id', 'p.id')
    .whereNull('p.disabled_at')
    .whereIn('r.role', ['translator', 'editor'])
    .groupBy('p.id')
    .orderBy('p.name')
    .select({ id: 'p.id', name: 'p.name' })
    .select<Queue['people']>(knex.raw('array_agg(r.role) as roles'))

const figuresStatement = `with wanted as (select unnest(cast(:ids as integer[])) as id),
     text as (
       select s.draft_id, count(*)::integer as segments,
         (count(*) filter (where s.state = 'initial' and r.origin = 'machine' and r.text <> ''))::integer as unread
       from segments s join segment_revisions r on r.id = s.current_revision_id
       where s.draft_id = any(:ids) and s.retired_by is null group by s.draft_id),
     open as (
       select f.draft_id, (count(*) filter (where f.severity = any(:blocking)))::integer as blocking,
         (count(*) filter (where f.severity <> all(:blocking)))::integer as remarks,
         (count(distinct f."values" ->> 'name') filter (where f.check_id like 'name-%'))::integer as names
       from findings f join segments s on s.id = f.segment_id and s.retired_by is null
       where f.draft_id = any(:ids) and not exists (select from dismissals x
         where x.segment_id = f.segment_id and x.fingerprint = f.fingerprint and x.withdrawn_at is null)
       group by f.draft_id)
     select d.id as "draftId", coalesce(text.segments, 0) as segments, coalesce(text.unread, 0) as unread,
       coalesce(open.blocking, 0) as blocking, coalesce(open.remarks, 0) as remarks, coalesce(open.names, 0) as names,
       m.source_words as words, m.edits::float / nullif(m.graphemes, 0) as edited,
       a.translator_id as "translatorId", t.name as translator, a.editor_id as "editorId", e.name as editor,
       a.due_on::text as "dueOn",
       coalesce(
         case when latest.is_current then coalesce(latest.approved_at, latest.returned_at, latest.submitted_at) end,
         (select min(g.created_at) from publications p join versions v on v.id = p.version_id
            join concept_uses u on u.draft_id = p.draft_id join glossary_changes g on g.concept_id = u.concept_id
          where p.draft_id = d.id and p.withdrawn_at is null and g.id > v.glossary_change and ${changesWords}),
         d.imported_at) as since
     from wanted join drafts d on d.id = wanted.id
     left join text on text.draft_id = d.id
     left join open on open.draft_id = d.id
     left join draft_measures m on m.draft_id = d.id
     left join lateral (select * from assignments a where a.draft_id = d.id order by a.id desc limit 1) a on true
     left join people t on t.id = a.translator_id
     left join people e on e.id = a.editor_id
     left join lateral (
       select v.submitted_at, ap.created_at as approved_at, re.created_at as returned_at,
         not exists (select from publications p where p.version_id = v.id) as is_current
       from versions v left join approvals ap on ap.version_id = v.id left join returns re on re.version_id = v.id
       where v.draft_id = d.id order by v.number desc limit 1) latest on true`

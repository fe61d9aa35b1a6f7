import type { Knex } from 'knex'
import type { UnitKind } from '../../domain/article.ts'
import { NotFound } from '../../domain/errors.ts'
import type { VersionState } from '../../domain/version.ts'
import type { Checked } from '../repositories/findings.ts'
import { draftComments, type ReviewComment } from './comments.ts'
import { prepared } from '../prepared.ts'
import { sourceTitle, targetTitle } from './titles.ts'

/** What the review page shows besides segments and findings. */
export interface ReviewScreen {
  readonly draftId: number
  readonly articleId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceUrl: string | null
  readonly sourceTitle: string | null
  readonly targetTitle: string | null
  readonly unitKinds: ReadonlyMap<number, UnitKind>
  readonly comments: readonly ReviewComment[]
  /** The first texts of the segments, for "what the machine wrote". */
  readonly machineTexts: ReadonlyMap<number, string>
  readonly latestVersion: {
    readonly id: number
    readonly number: number
    readonly state: VersionState
    readonly returnNote: string | null
  } | null
  /** The latest change set, and the latest change of the cuts, that stand and can be asked back. */
  readonly lastChangeSet: {
    readonly id: number
    readonly reason: string
    readonly places: number
    readonly by: string
  } | null
  readonly lastResegmentation: { readonly id: number; readonly kind: string; readonly by: string } | null
}

interface DraftRow {
  draftId: number
  articleId: number
  sourceLanguage: string
  targetLanguage: string
  sourceUrl: string | null
  sourceTitle: string | null
  targetTitle: string | null
}

export interface Standing {
  readonly sourceLanguage: string
  readonly targetLanguage: string
  /** Another one as soon as any row is another that the page of the draft is made from. */
  readonly stamp: string
  /** The latest changes. */
  readonly glossary: number
  readonly severities: number
  /** With what, and up to which revision, the draft was checked. */
  readonly checked: Checked
}

/**
 * SQL for the identity of the rows of a table that belong to something: every row that is written, in whatever column, is another
 * version of it, at another place or by another transaction.
 */
const versionsOf = (rows: string) =>
  `(select concat(count(*), ':', sum(hashtextextended(concat(t.ctid, t.xmin), 0))) from ${rows})`

const standingStatement = `
  select a.source_language as "sourceLanguage", d.target_language as "targetLanguage",
    coalesce((select max(id) from glossary_changes), 0) as glossary,
    coalesce((select max(id) from check_severities), 0) as severities,
    json_build_object('glossary', d.glossary_checked, 'severities', d.severities_checked, 'engine', d.engine_checked,
      'saved', d.revision_saved, 'upTo', d.revision_checked) as checked,
    concat_ws(' ', d.ctid, d.xmin, a.ctid, a.xmin,
      ${[
        'segments',
        'findings',
        'dismissals',
        'comments',
        'change_sets',
        'resegmentations',
        'versions',
        'term_proposals',
      ]
        .map((table) => versionsOf(`${table} t where t.draft_id = d.id`))
        .join(', ')},
      ${versionsOf('approvals t join versions v on v.id = t.version_id where v.draft_id = d.id')},
      ${versionsOf('term_proposal_decisions t join term_proposals p on p.id = t.proposal_id where p.draft_id = d.id')},
      ${versionsOf('returns t join versions v on v.id = t.version_id where v.draft_id = d.id')},
      ${versionsOf('marks t join versions v on v.id = t.version_id where v.draft_id = d.id')},
      ${versionsOf('mark_withdrawals t join marks m on m.id = t.mark_id join versions v on v.id = m.version_id where v.draft_id = d.id')},
      ${versionsOf('segment_decisions t join versions v on v.id = t.version_id where v.draft_id = d.id')},
      ${versionsOf('mentions t join comments c on c.id = t.comment_id where c.draft_id = d.id')},
      ${versionsOf('units t where t.article_id = a.id')},
      ${versionsOf('people t')}) as stamp
  from drafts d join articles a on a.id = d.article_id where d.id = $1`

/** What the page of a draft rests on, without reading it: to know whether it must be read. Throws NotFound. */
export async function whatStands(knex: Knex, draftId: number): Promise<Standing> {
  const [row] = await prepared<Standing>(knex, 'what-stands', standingStatement)([draftId])
  if (!row) throw new NotFound('draft-not-found')
  return row
}

/** Every table that is read here, in `comments.ts` or by `reviewModel` stands in `standingStatement`. Throws NotFound. */
export async function reviewScreen(knex: Knex, draftId: number): Promise<ReviewScreen> {
  const draft = await knex('drafts as d')
    .join('articles as a', 'a.id', 'd.article_id')
    .where('d.id', draftId)
    .select(
      'd.id as draftId',
      'a.id as articleId',
      'a.source_language as sourceLanguage',
      'd.target_language as targetLanguage',
      'a.source_url as sourceUrl',
      knex.raw(sourceTitle),
      knex.raw(targetTitle),
    )
    .first<DraftRow | undefined>()
  if (!draft) throw new NotFound('draft-not-found')
  const [units, machine, comments, version, changeSet, resegmentation] = await Promise.all([
    unitKinds(knex, draft.articleId),
    machineTexts(knex, draftId),
    draftComments(knex, draftId),
    latestVersion(knex, draftId),
    lastChangeSet(knex, draftId),
    lastResegmentation(knex, draftId),
  ])
  return {
    ...draft,
    unitKinds: units,
    machineTexts: machine,
    comments,
    latestVersion: version ?? null,
    lastChangeSet: changeSet ?? null,
    lastResegmentation: resegmentation ?? null,
  }
}

const unitKinds = async (knex: Knex, articleId: number) =>
  new Map(
    (
      await knex('units')
        .where({ article_id: articleId })
        .select<{ id: number; kind: UnitKind }[]>('id', 'kind')
    ).map(({ id, kind }) => [id, kind] as const),
  )

const machineTexts = async (knex: Knex, draftId: number) => {
  const rows = await knex('segments as s')
    .join('segment_revisions as r', 'r.segment_id', 's.id')
    .where({ 's.draft_id': draftId, 'r.number': 1 })
    .whereNull('s.retired_by')
    .select<{ id: number; text: string }[]>({ id: 's.id', text: 'r.text' })
  return new Map(rows.map(({ id, text }) => [id, text]))
}

const latestVersion = (knex: Knex, draftId: number) =>
  knex('versions as v')
    .leftJoin('approvals as a', 'a.version_id', 'v.id')
    .leftJoin('returns as r', 'r.version_id', 'v.id')
    .where('v.draft_id', draftId)
    .orderBy('v.number', 'desc')
    .select(
      'v.id',
      'v.number',
      'r.note as returnNote',
      knex.raw(
        `case when a.version_id is not null then 'approved' when r.version_id is not null then 'returned' else 'submitted' end as state`,
      ),
    )
    .first<ReviewScreen['latestVersion'] | undefined>()

const lastChangeSet = (knex: Knex, draftId: number) =>
  knex('change_sets as c')
    .join('people as p', 'p.id', 'c.person_id')
    .where('c.draft_id', draftId)
    .whereNull('c.undoes')
    .whereNotExists(knex('change_sets as u').whereRaw('u.undoes = c.id').select(knex.raw('1')))
    // Undoing must still do something: at least one of its revisions stands.
    .whereExists(
      knex('segment_revisions as r')
        .join('segments as s', 's.current_revision_id', 'r.id')
        .whereRaw('r.change_set_id = c.id')
        .whereNull('s.retired_by')
        .select(knex.raw('1')),
    )
    .orderBy('c.id', 'desc')
    .select(
      'c.id',
      'c.reason',
      'p.name as by',
      knex.raw('(select count(*)::integer from segment_revisions r where r.change_set_id = c.id) as places'),
    )
    .first<ReviewScreen['lastChangeSet'] | undefined>()

const lastResegmentation = (knex: Knex, draftId: number) =>
  knex('resegmentations as r')
    .join('people as p', 'p.id', 'r.person_id')
    .where('r.draft_id', draftId)
    .whereIn('r.kind', ['merge', 'split', 'move-break'])
    .whereNotExists(knex('resegmentations as u').whereRaw('u.undoes = r.id').select(knex.raw('1')))
    // What it made must still stand as it was made.
    .whereNotExists(
      knex('segments as s')
        .join('segment_revisions as v', 'v.id', 's.current_revision_id')
        .whereRaw('s.created_by = r.id and (s.retired_by is not null or v.created_at <> r.created_at)')
        .select(knex.raw('1')),
    )
    .orderBy('r.id', 'desc')
    .first<ReviewScreen['lastResegmentation'] | undefined>({ id: 'r.id', kind: 'r.kind', by: 'p.name' })

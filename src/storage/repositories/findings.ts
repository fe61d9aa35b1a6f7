import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import type { Origin } from '../../domain/segment.ts'
import type { Finding } from '../../engine/checks/check.ts'
import { prepared } from '../prepared.ts'
import type { SeveritySetting } from './check-severities.ts'

/** A finding on one revision of one segment, as it is stored. */
export interface StoredFinding {
  readonly id: number
  readonly segmentId: number
  readonly revisionId: number
  readonly fingerprint: string
  readonly finding: Finding
  /** The standing dismissal, when a person has said that it is no fault. */
  readonly dismissal: { readonly id: number; readonly reason: string; readonly by: string } | null
}

export interface NewFinding {
  readonly segmentId: number
  readonly revisionId: number
  readonly fingerprint: string
  readonly finding: Finding
}

/** What a draft's findings rest on besides its texts: the latest changes of the glossary and of the severities, and the engine's revision. */
export interface CheckedWith {
  readonly glossary: number
  readonly severities: number
  readonly engine: number
}

/** What a draft's findings rest on, texts included. */
export interface Checked extends CheckedWith {
  /** The latest revision that a save has made. */
  readonly saved: number
  /** Every text up to this revision has been checked. */
  readonly upTo: number
}

/** What there is to check in a draft: no texts, which a revision's number stands for. */
export interface DraftToCheck {
  readonly id: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly checked: Checked
  /** The latest changes, and the settings in force. */
  readonly glossary: number
  readonly severities: number
  readonly settings: Readonly<Record<string, SeveritySetting>>
  /** The segments that stand now, in order. */
  readonly segments: readonly { readonly id: number; readonly revisionId: number }[]
  /** Those that stand in a version although nobody has confirmed them. */
  readonly unread: readonly { readonly id: number; readonly origin: Origin }[]
}

/** What is needed to check another text of one segment. */
export interface SegmentToCheck {
  readonly draftId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly sourceText: string
  /** The text that stands. */
  readonly text: string
  readonly glossary: number
  readonly settings: Readonly<Record<string, SeveritySetting>>
  /** The latest made of the draft's segments. */
  readonly newest: number
  /** Of the text that stands, without their dismissals. */
  readonly findings: readonly StoredFinding[]
  /** Those that stand, by fingerprint, also of what is not found at the moment. */
  readonly dismissals: ReadonlyMap<string, NonNullable<StoredFinding['dismissal']>>
}

interface SegmentToCheckRow extends Omit<SegmentToCheck, 'findings' | 'dismissals'> {
  findings: Omit<FindingRow, keyof typeof undismissed>[]
  dismissals: (NonNullable<StoredFinding['dismissal']> & { fingerprint: string })[]
}

interface FindingRow {
  id: number
  segment_id: number
  revision_id: number
  check_id: string
  severity: Finding['severity']
  side: Finding['side']
  span_start: number
  span_end: number
  source_start: number | null
  source_end: number | null
  replacement: string | null
  alternates: string[]
  values: Record<string, string | number>
  fingerprint: string
  dismissal_id: number | null
  reason: string | null
  dismissed_by: string | null
}

const latestChanges = `
  coalesce((select max(id) from glossary_changes), 0) as glossary,
  coalesce((select max(id) from check_severities), 0) as severities`

const checkedWith = `json_build_object('glossary', d.glossary_checked, 'severities', d.severities_checked,
  'engine', d.engine_checked, 'saved', d.revision_saved, 'upTo', d.revision_checked) as checked`

const settingsInForce = `(
  select coalesce(json_object_agg(check_id, severity) filter (where severity is not null), '{}')
  from (select distinct on (check_id) check_id, severity from check_severities order by check_id, id desc) as latest) as settings`

const toCheckStatement = `
  select d.id, a.source_language as "sourceLanguage", d.target_language as "targetLanguage",
    ${checkedWith}, ${latestChanges}, ${settingsInForce},
    (select coalesce(json_agg(json_build_object('id', s.id, 'revisionId', s.current_revision_id) order by s.position), '[]')
     from segments s where s.draft_id = d.id and s.retired_by is null) as segments,
    (select coalesce(json_agg(json_build_object('id', s.id, 'origin', r.origin)), '[]')
     from segments s join segment_revisions r on r.id = s.current_revision_id
     where s.draft_id = d.id and s.retired_by is null and exists (select from versions v where v.draft_id = d.id)
       and exists (select from version_segments v where v.segment_id = s.id and v.revision_id = s.current_revision_id)
       and not exists (select from events e
         where e.article_id = d.article_id and e.segment_id = s.id and e.type = 'segment_confirmed')) as unread
  from drafts d join articles a on a.id = d.article_id where d.id = $1`

const toCheckSegmentStatement = `
  select s.draft_id as "draftId", a.source_language as "sourceLanguage", d.target_language as "targetLanguage",
    s.source_text as "sourceText", r.text, ${latestChanges}, ${settingsInForce},
    (select max(id) from segments n where n.draft_id = d.id and n.retired_by is null) as newest,
    (select coalesce(json_agg(f order by f.span_start, f.id), '[]') from findings f
     where f.segment_id = s.id and f.revision_id = r.id) as findings,
    (select coalesce(json_agg(json_build_object('id', x.id, 'fingerprint', x.fingerprint, 'reason', x.reason, 'by', p.name)), '[]')
     from dismissals x join people p on p.id = x.person_id where x.segment_id = s.id and x.withdrawn_at is null) as dismissals
  from segments s join segment_revisions r on r.id = s.current_revision_id
    join drafts d on d.id = s.draft_id join articles a on a.id = d.article_id
  where s.id = $1`

const replaceStatement = `
  with found as (
    select * from json_to_recordset(cast($4 as json)) as f(segment_id bigint, revision_id bigint, check_id text,
      severity text, side text, span_start integer, span_end integer, source_start integer, source_end integer,
      replacement text, alternates jsonb, "values" jsonb, fingerprint text)
  ), kept as (
    select f.* from findings f join found n
      using (segment_id, revision_id, check_id, side, span_start, span_end, severity, fingerprint, alternates, "values")
    where f.draft_id = $1
      and (f.source_start, f.source_end, f.replacement) is not distinct from (n.source_start, n.source_end, n.replacement)
  ), gone as (
    delete from findings where draft_id = $1 and (segment_id = any(cast($2 as bigint[])) or check_id = any(cast($3 as text[])))
      and not exists (select from kept where kept.id = findings.id)
    returning segment_id, revision_id, check_id, fingerprint
  ), ended as (
    -- What became of what is found no more; what was dismissed is counted there.
    insert into finding_outcomes (draft_id, check_id, outcome, ended_at)
    select $1, g.check_id, case when r.id <> g.revision_id and r.origin = 'person' then 'mended' else 'lapsed' end,
      case when r.id <> g.revision_id then r.created_at else now() end
    from gone g join segments s on s.id = g.segment_id and s.retired_by is null
      join segment_revisions r on r.id = s.current_revision_id
    where not exists (select from found n
        where n.segment_id = g.segment_id and n.check_id = g.check_id and n.fingerprint = g.fingerprint)
      and not exists (select from dismissals d
        where d.segment_id = g.segment_id and d.fingerprint = g.fingerprint and d.withdrawn_at is null)
  ), written as (
    insert into findings (draft_id, segment_id, revision_id, check_id, severity, side, span_start, span_end,
      source_start, source_end, replacement, alternates, "values", fingerprint)
    select $1, segment_id, revision_id, check_id, severity, side, span_start, span_end,
      source_start, source_end, replacement, alternates, "values", fingerprint
    from found n where not exists (
      select from kept k where k.segment_id = n.segment_id and k.check_id = n.check_id and k.side = n.side
        and k.span_start = n.span_start and k.span_end = n.span_end)
  ), unused as (
    delete from concept_uses where draft_id = $1 and concept_id <> all(cast($5 as integer[]))
  ), used as (
    insert into concept_uses (draft_id, concept_id) select $1, c.id from unnest(cast($5 as integer[])) as c(id)
    where not exists (select from concept_uses u where u.draft_id = $1 and u.concept_id = c.id)
  )
  update drafts d set glossary_checked = $6, severities_checked = $7, engine_checked = $8, revision_checked = now_checked.revision
  from (select greatest(revision_saved, revision_checked,
      (select max(current_revision_id) from segments s where s.draft_id = o.id)) as revision
    from drafts o where o.id = $1) as now_checked
  where d.id = $1 and (d.glossary_checked, d.severities_checked, d.engine_checked, d.revision_checked)
    is distinct from ($6, $7, $8, now_checked.revision)`

export const createFindings = (knex: Knex) => {
  const toCheck = prepared<DraftToCheck>(knex, 'draft-to-check', toCheckStatement)
  const toCheckSegment = prepared<SegmentToCheckRow>(knex, 'segment-to-check', toCheckSegmentStatement)
  const replace = prepared(knex, 'replace-findings', replaceStatement)
  const rows = () =>
    knex('findings as f')
      .leftJoin('dismissals as d', (join) =>
        join
          .on('d.segment_id', 'f.segment_id')
          .andOn('d.fingerprint', 'f.fingerprint')
          .andOnNull('d.withdrawn_at'),
      )
      .leftJoin('people as p', 'p.id', 'd.person_id')
      .select<FindingRow[]>('f.*', 'd.id as dismissal_id', 'd.reason', 'p.name as dismissed_by')

  return {
    /** Everything found in a draft, dismissed or not, in reading order. */
    async list(draftId: number): Promise<StoredFinding[]> {
      const found = await rows()
        .join('segments as s', 's.id', 'f.segment_id')
        .where('f.draft_id', draftId)
        .whereNull('s.retired_by')
        .orderBy(['s.position', 'f.span_start', 'f.id'])
      return found.map(toFinding)
    },
    async get(id: number): Promise<StoredFinding & { draftId: number }> {
      const [row] = (await rows().where('f.id', id)) as (FindingRow & { draft_id: number })[]
      if (!row) throw new NotFound('finding-not-found')
      return { ...toFinding(row), draftId: row.draft_id }
    },
    /** Throws NotFound. */
    async toCheck(draftId: number): Promise<DraftToCheck> {
      const [row] = await toCheck([draftId])
      if (!row) throw new NotFound('draft-not-found')
      return row
    },
    /** Throws NotFound. */
    async toCheckSegment(segmentId: number): Promise<SegmentToCheck> {
      const [row] = await toCheckSegment([segmentId])
      if (!row) throw new NotFound('segment-not-found')
      return {
        ...row,
        findings: row.findings.map((found) => toFinding({ ...found, ...undismissed })),
        dismissals: new Map(row.dismissals.map(({ fingerprint, ...dismissal }) => [fingerprint, dismissal])),
      }
    },
    /**
     * Puts these findings in the place of all that the given segments had, and of all that whole-draft checks had found. What was found
     * before and is found again keeps its id, so that a page opened earlier can still speak of it. Everything that stands in the draft now
     * has then been checked with `now`. Part of a transaction that holds the draft.
     */
    async replace(
      draftId: number,
      { segmentIds, draftChecks }: { segmentIds: readonly number[]; draftChecks: readonly string[] },
      findings: readonly NewFinding[],
      conceptIds: readonly number[],
      now: CheckedWith,
    ) {
      await replace([
        draftId,
        [...segmentIds],
        [...draftChecks],
        JSON.stringify(findings.map(toRow)),
        [...conceptIds],
        now.glossary,
        now.severities,
        now.engine,
      ])
    },
    /** `decides`: the name whose form the dismissed finding is about, and that form, which is then right in this article. */
    async dismiss(
      finding: {
        draftId: number
        segmentId: number
        check: string
        fingerprint: string
        decides: { name: string; form: string } | null
      },
      by: number,
      reason: string,
      at: Date,
    ): Promise<number | null> {
      const { rows: inserted } = await knex.raw<{ rows: { id: number }[] }>(
        `insert into dismissals (draft_id, segment_id, check_id, fingerprint, name, form, reason, person_id, created_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (segment_id, fingerprint) where withdrawn_at is null do nothing returning id`,
        [
          finding.draftId,
          finding.segmentId,
          finding.check,
          finding.fingerprint,
          finding.decides?.name ?? null,
          finding.decides?.form ?? null,
          reason,
          by,
          at,
        ],
      )
      return inserted[0]?.id ?? null
    },
    async dismissal(
      id: number,
    ): Promise<{ id: number; draftId: number; segmentId: number; checkId: string; name: string | null }> {
      const row = await knex('dismissals').where({ id }).first<
        | {
            id: number
            draftId: number
            segmentId: number
            checkId: string
            name: string | null
          }
        | undefined
      >({ id: 'id', draftId: 'draft_id', segmentId: 'segment_id', checkId: 'check_id', name: 'name' })
      if (!row) throw new NotFound('dismissal-not-found')
      return row
    },
    /** What it decided about a name is taken back with every copy that went along to other segments. */
    async withdrawDismissal(id: number, by: number, at: Date) {
      await knex.raw(
        `update dismissals d set withdrawn_by = ?, withdrawn_at = ?
         from dismissals given
         where given.id = ? and d.withdrawn_at is null and (d.id = given.id or (d.name is not null
           and (d.draft_id, d.fingerprint, d.name, d.form, d.person_id, d.created_at)
             = (given.draft_id, given.fingerprint, given.name, given.form, given.person_id, given.created_at)))`,
        [by, at, id],
      )
    },
    /** Standing dismissals follow to the segments that took the place of theirs; a fingerprint that finds nothing there is idle. */
    async copyDismissals(from: readonly number[], to: readonly number[]) {
      await knex.raw(
        `insert into dismissals
           (draft_id, segment_id, check_id, fingerprint, name, form, reason, person_id, created_at)
         select d.draft_id, t.id, d.check_id, d.fingerprint, d.name, d.form, d.reason, d.person_id, d.created_at
         from dismissals d cross join unnest(?::bigint[]) as t(id)
         where d.segment_id = any(?) and d.withdrawn_at is null
         on conflict do nothing`,
        [[...to], [...from]],
      )
    },
    async checked(draftId: number): Promise<Checked> {
      const row = await knex('drafts').where({ id: draftId }).first<Checked | undefined>({
        glossary: 'glossary_checked',
        severities: 'severities_checked',
        engine: 'engine_checked',
        saved: 'revision_saved',
        upTo: 'revision_checked',
      })
      return row ?? { glossary: 0, severities: 0, engine: 0, saved: 0, upTo: 0 }
    },
    /** Drafts whose findings rest on anything older, or that have texts still to be checked, newest first. */
    async outdatedDrafts({ glossary, severities, engine }: CheckedWith): Promise<number[]> {
      return knex('drafts')
        .where('glossary_checked', '<', glossary)
        .orWhere('severities_checked', '<', severities)
        .orWhere('engine_checked', '<', engine)
        .orWhereRaw('revision_checked < revision_saved')
        .orderBy('id', 'desc')
        .pluck<number[]>('id')
    },
  }
}

const undismissed = { dismissal_id: null, reason: null, dismissed_by: null }

const toRow = ({ segmentId, revisionId, fingerprint, finding }: NewFinding) => ({
  segment_id: segmentId,
  revision_id: revisionId,
  check_id: finding.check,
  severity: finding.severity,
  side: finding.side,
  span_start: finding.span.start,
  span_end: finding.span.end,
  source_start: finding.sourceSpan?.start ?? null,
  source_end: finding.sourceSpan?.end ?? null,
  replacement: finding.replacement ?? null,
  alternates: finding.alternates ?? [],
  values: finding.values ?? {},
  fingerprint,
})

const toFinding = (row: FindingRow): StoredFinding => ({
  id: row.id,
  segmentId: row.segment_id,
  revisionId: row.revision_id,
  fingerprint: row.fingerprint,
  finding: {
    check: row.check_id,
    severity: row.severity,
    side: row.side,
    span: { start: row.span_start, end: row.span_end },
    ...(row.source_start !== null && row.source_end !== null
      ? { sourceSpan: { start: row.source_start, end: row.source_end } }
      : {}),
    ...(row.replacement !== null ? { replacement: row.replacement } : {}),
    alternates: row.alternates,
    values: row.values,
  },
  dismissal:
    row.dismissal_id !== null
      ? { id: row.dismissal_id, reason: row.reason ?? '', by: row.dismissed_by ?? '' }
      : null,
})

import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import type { Finding } from '../../engine/checks/check.ts'

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

export const createFindings = (knex: Knex) => {
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
    /**
     * Puts these findings in the place of all that the given segments had, and of all that whole-draft checks had found. What was found
     * before and is found again keeps its id, so that a page opened earlier can still speak of it.
     */
    async replace(
      draftId: number,
      { segmentIds, draftChecks }: { segmentIds: readonly number[]; draftChecks: readonly string[] },
      findings: readonly NewFinding[],
    ) {
      await knex.raw(
        `with found as (
           select * from json_to_recordset(cast(:found as json)) as f(segment_id bigint, revision_id bigint, check_id text,
             severity text, side text, span_start integer, span_end integer, source_start integer, source_end integer,
             replacement text, alternates jsonb, "values" jsonb, fingerprint text)
         ), kept as (
           select f.* from findings f join found n
             using (segment_id, revision_id, check_id, side, span_start, span_end, severity, fingerprint, alternates, "values")
           where f.draft_id = :draftId
             and (f.source_start, f.source_end, f.replacement) is not distinct from (n.source_start, n.source_end, n.replacement)
         ), gone as (
           delete from findings where draft_id = :draftId and (segment_id = any(:segmentIds) or check_id = any(:draftChecks))
             and not exists (select from kept where kept.id = findings.id)
         )
         insert into findings (draft_id, segment_id, revision_id, check_id, severity, side, span_start, span_end,
           source_start, source_end, replacement, alternates, "values", fingerprint)
         select :draftId, segment_id, revision_id, check_id, severity, side, span_start, span_end,
           source_start, source_end, replacement, alternates, "values", fingerprint
         from found n where not exists (
           select from kept k where k.segment_id = n.segment_id and k.check_id = n.check_id and k.side = n.side
             and k.span_start = n.span_start and k.span_end = n.span_end)`,
        {
          draftId,
          segmentIds: [...segmentIds],
          draftChecks: [...draftChecks],
          found: JSON.stringify(findings.map(toRow)),
        },
      )
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
    async setConceptUses(draftId: number, conceptIds: readonly number[]) {
      await knex.raw(
        `with gone as (delete from concept_uses where draft_id = :draftId and concept_id <> all(:conceptIds))
         insert into concept_uses (draft_id, concept_id) select :draftId, unnest(cast(:conceptIds as integer[]))
         on conflict do nothing`,
        { draftId, conceptIds: [...conceptIds] },
      )
    },
    async setCheckedWith(draftId: number, { glossary, severities, engine }: CheckedWith) {
      await knex('drafts')
        .where({ id: draftId })
        .update({ glossary_checked: glossary, severities_checked: severities, engine_checked: engine })
    },
    async checkedWith(draftId: number): Promise<CheckedWith> {
      const row = await knex('drafts').where({ id: draftId }).first<CheckedWith | undefined>({
        glossary: 'glossary_checked',
        severities: 'severities_checked',
        engine: 'engine_checked',
      })
      return row ?? { glossary: 0, severities: 0, engine: 0 }
    },
    /** Drafts whose findings rest on anything older, newest first. */
    async outdatedDrafts({ glossary, severities, engine }: CheckedWith): Promise<number[]> {
      return knex('drafts')
        .where('glossary_checked', '<', glossary)
        .orWhere('severities_checked', '<', severities)
        .orWhere('engine_checked', '<', engine)
        .orderBy('id', 'desc')
        .pluck<number[]>('id')
    },
  }
}

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

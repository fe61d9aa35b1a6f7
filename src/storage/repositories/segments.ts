import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import type { Origin, Revision, Segment, SegmentState } from '../../domain/segment.ts'
import { prepared } from '../prepared.ts'

/** A segment that does not exist yet, with the texts its history begins with, oldest first. */
export interface NewSegment {
  readonly unitId: number
  readonly position: string
  readonly sourceText: string
  readonly sourceAfter: string
  readonly targetAfter: string
  readonly state: SegmentState
  /** Absent when no aligner has put the two texts together. */
  readonly alignmentConfidence?: number | null
  readonly revisions: readonly {
    readonly text: string
    readonly origin: Origin
    readonly authorId: number | null
  }[]
}

/** A person's new text of a segment, and what is to be remembered with it. */
export interface Save {
  readonly segmentId: number
  readonly text: string
  /** The revision that must still be the current one. */
  readonly basedOn: number
  readonly authorId: number
  readonly at: Date
  /** What each state becomes. */
  readonly states: Readonly<Record<SegmentState, SegmentState>>
  readonly events: readonly string[]
  readonly operation: { readonly id: string; readonly requestHash: string }
}

export interface Saved {
  readonly draftId: number
  readonly segmentId: number
  readonly revisionId: number
  readonly number: number
  readonly state: SegmentState
}

interface SegmentRow {
  id: number
  draft_id: number
  unit_id: number
  position: string
  source_text: string
  source_after: string
  target_after: string
  state: SegmentState
  alignment_confidence: number | null
  retired_by: number | null
  current_revision_id: number
  number: number
  text: string
  origin: Origin
  author_id: number | null
  created_at: Date
}

/**
 * A whole save in one round trip. Taking the draft's turn comes first; the segment is then read as it stands in that turn (a row that is
 * locked is read anew, whatever the statement's snapshot), and nothing is written unless everything is as the writer saw it. The number of
 * the new revision is taken within the turn too, so that in one draft revisions become visible in the order of their numbers.
 */
const saveStatement = `
  with draft as materialized (
    update drafts d set revision_saved = nextval('segment_revisions_id_seq')
    from segments s where s.id = $1 and d.id = s.draft_id
    returning d.id, d.article_id, d.revision_saved as revision_id
  ), segment as materialized (
    select s.id, s.current_revision_id from draft join segments s on s.draft_id = draft.id
    where s.id = $1 and s.retired_by is null and s.current_revision_id = $2
    for no key update of s
  ), revision as (
    insert into segment_revisions (id, segment_id, number, text, origin, author_id, created_at) overriding system value
    select draft.revision_id, segment.id, base.number + 1, $3, 'person', $4, $5
    from draft, segment join segment_revisions base on base.id = segment.current_revision_id
    where base.text <> $3 and not exists (select from operations where person_id = $4 and id = $8)
    returning id, segment_id, number
  ), advanced as (
    update segments s set current_revision_id = revision.id, state = cast($6 as jsonb) ->> s.state
    from revision where s.id = revision.segment_id
    returning s.draft_id, s.id, revision.id as revision_id, revision.number, s.state
  ), recorded as (
    insert into events (type, person_id, created_at, article_id, draft_id, segment_id, data)
    select event.type, $4, $5, draft.article_id, draft.id, advanced.id, jsonb_build_object('revisionId', advanced.revision_id)
    from draft, advanced, unnest(cast($7 as text[])) with ordinality as event(type, place) order by event.place
    returning id
  ), remembered as (
    insert into operations (person_id, id, request_hash, answer, created_at)
    select $4, $8, $9,
      jsonb_build_object('segmentId', id, 'revisionId', revision_id, 'number', number, 'state', state), $5
    from advanced
  )
  select draft_id as "draftId", id as "segmentId", revision_id as "revisionId", number, state,
    (select json_agg(id) from recorded) as "eventIds" from advanced`

const textsStatement = `
  select r.id, s.source_text as "sourceText", r.text
  from segment_revisions r join segments s on s.id = r.segment_id where r.id = any(cast($1 as bigint[]))`

export const createSegments = (knex: Knex, recorded: (eventIds: readonly number[]) => void) => {
  const save = prepared<Saved & { eventIds: number[] }>(knex, 'save-segment', saveStatement)
  const texts = prepared<{ id: number; sourceText: string; text: string }>(knex, 'texts', textsStatement)
  const rows = () =>
    knex('segments')
      .join('segment_revisions as r', 'r.id', 'segments.current_revision_id')
      .select<SegmentRow[]>('segments.*', 'r.number', 'r.text', 'r.origin', 'r.author_id', 'r.created_at')

  return {
    async get(id: number): Promise<Segment> {
      const [row] = await rows().where('segments.id', id)
      if (!row) throw new NotFound('segment-not-found')
      return toSegment(row)
    },
    /** The draft's segments that stand now, in order. */
    async list(draftId: number): Promise<Segment[]> {
      const found = await rows()
        .where('segments.draft_id', draftId)
        .whereNull('segments.retired_by')
        .orderBy('segments.position')
      return found.map(toSegment)
    },
    /** The segments given, in the order given, retired or not. */
    async many(ids: readonly number[]): Promise<Segment[]> {
      const found = new Map(
        (await rows().whereRaw('segments.id = any(?)', [[...ids]])).map((row) => [row.id, toSegment(row)]),
      )
      return ids.map((id) => found.get(id)).filter((segment) => segment !== undefined)
    },
    /** Of revisions: their texts, and the sources beside them. In no order. */
    texts: (revisionIds: readonly number[]) => texts([[...revisionIds]]),
    /** The latest made of those that stand: it changes whenever the draft gets other sources. */
    async newest(draftId: number): Promise<number> {
      const row = await knex('segments')
        .where({ draft_id: draftId })
        .whereNull('retired_by')
        .max<{ max: number | null }[]>('id as max')
      return row[0]?.max ?? 0
    },
    async machineText(segmentId: number): Promise<string> {
      const row = await knex('segment_revisions')
        .where({ segment_id: segmentId, number: 1 })
        .first<{ text: string } | undefined>('text')
      return row?.text ?? ''
    },
    async history(segmentId: number): Promise<Revision[]> {
      const found = await knex('segment_revisions')
        .where({ segment_id: segmentId })
        .orderBy('number')
        .select<Revision[]>({
          id: 'id',
          number: 'number',
          text: 'text',
          origin: 'origin',
          authorId: 'author_id',
          createdAt: 'created_at',
        })
      return found
    },
    /** Who wrote a revision, where, and the text that stood before it: null for a segment's first. Throws NotFound. */
    async revisionWithPrevious(
      id: number,
    ): Promise<{ segmentId: number; authorId: number | null; previousText: string | null }> {
      const row = await knex('segment_revisions as r')
        .leftJoin('segment_revisions as p', (join) =>
          join.on('p.segment_id', 'r.segment_id').andOn(knex.raw('p.number = r.number - 1')),
        )
        .where('r.id', id)
        .first<{ segmentId: number; authorId: number | null; previousText: string | null } | undefined>({
          segmentId: 'r.segment_id',
          authorId: 'r.author_id',
          previousText: 'p.text',
        })
      if (!row) throw new NotFound('segment-not-found')
      return row
    },
    /** Adds segments with their first revisions; returns their ids in order. */
    async add(
      draftId: number,
      segments: readonly NewSegment[],
      at: Date,
      resegmentationId: number | null = null,
    ): Promise<number[]> {
      const inserted = await knex.raw<{ rows: { id: number }[] }>(
        `insert into segments (draft_id, unit_id, position, source_text, source_after, target_after, state,
           alignment_confidence, current_revision_id, created_by)
         select ?, s."unitId", s.position, s."sourceText", s."sourceAfter", s."targetAfter", s.state,
           s."alignmentConfidence", 0, ?
         from json_to_recordset(?::json) as s("unitId" integer, position numeric, "sourceText" text,
           "sourceAfter" text, "targetAfter" text, state text, "alignmentConfidence" real, place integer)
         order by s.place returning id`,
        [
          draftId,
          resegmentationId,
          JSON.stringify(segments.map(({ revisions: _, ...rest }, place) => ({ ...rest, place }))),
        ],
      )
      const ids = inserted.rows.map(({ id }) => id)
      const revisions = segments.flatMap(({ revisions }, index) =>
        revisions.map((revision, place) => ({ ...revision, segmentId: ids[index], number: place + 1 })),
      )
      await knex.raw(
        `insert into segment_revisions (segment_id, number, text, origin, author_id, created_at)
         select r."segmentId", r.number, r.text, r.origin, r."authorId", ?
         from json_to_recordset(?::json) as r("segmentId" bigint, number integer, text text, origin text, "authorId" integer)
         order by r."segmentId", r.number`,
        [at, JSON.stringify(revisions)],
      )
      await knex.raw(
        `update segments set current_revision_id =
           (select r.id from segment_revisions r where r.segment_id = segments.id order by r.number desc limit 1)
         where id = any(?)`,
        [ids],
      )
      return ids
    },
    /**
     * Writes a new text, its events and the operation's answer in one statement, which is a transaction of its own outside of one. Null,
     * and nothing of it, when anything is not as the writer saw it: another text stands, or this one, or the operation is known.
     */
    async save({
      segmentId,
      text,
      basedOn,
      authorId,
      at,
      states,
      events,
      operation,
    }: Save): Promise<Saved | null> {
      const values = [segmentId, basedOn, text, authorId, at, JSON.stringify(states), [...events]]
      const [saved] = await save([...values, operation.id, operation.requestHash]).catch((error: unknown) => {
        // The same operation, sent twice at once: the other one is in.
        if ((error as { constraint?: unknown }).constraint === 'operations_pkey') return []
        throw error
      })
      if (!saved) return null
      const { eventIds, ...answer } = saved
      recorded(eventIds)
      return answer
    },
    /** Beside `save` the one place where a person's text is written: a new revision that becomes the current one. */
    async revise(
      segment: Segment,
      revision: {
        text: string
        origin: Origin
        authorId: number
        changeSetId?: number | undefined
        undoes?: number
      },
      state: SegmentState,
      at: Date,
    ): Promise<Revision> {
      const [row] = await knex('segment_revisions')
        .insert({
          segment_id: segment.id,
          number: segment.revision.number + 1,
          text: revision.text,
          origin: revision.origin,
          author_id: revision.authorId,
          change_set_id: revision.changeSetId ?? null,
          undoes: revision.undoes ?? null,
          created_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      await knex('segments').where({ id: segment.id }).update({ current_revision_id: row.id, state })
      return {
        id: row.id,
        number: segment.revision.number + 1,
        text: revision.text,
        origin: revision.origin,
        authorId: revision.authorId,
        createdAt: at,
      }
    },
    async setState(ids: readonly number[], state: SegmentState) {
      await knex('segments')
        .whereRaw('id = any(?)', [[...ids]])
        .update({ state })
    },
    async addResegmentation(
      resegmentation: { draftId: number; kind: string; personId: number; undoes?: number },
      at: Date,
    ): Promise<number> {
      const [row] = await knex('resegmentations')
        .insert({
          draft_id: resegmentation.draftId,
          kind: resegmentation.kind,
          person_id: resegmentation.personId,
          undoes: resegmentation.undoes ?? null,
          created_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      return row.id
    },
    async resegmentation(id: number): Promise<{
      draftId: number
      kind: string
      createdAt: Date
      retired: number[]
      created: number[]
      undone: boolean
    }> {
      const row = await knex('resegmentations')
        .where({ id })
        .first<{ draft_id: number; kind: string; created_at: Date } | undefined>(
          'draft_id',
          'kind',
          'created_at',
        )
      if (!row) throw new NotFound('resegmentation-not-found')
      const of = (column: 'created_by' | 'retired_by') =>
        knex('segments')
          .where({ [column]: id })
          .orderBy('position')
          .pluck<number[]>('id')
      const undone = await knex('resegmentations').where({ undoes: id }).pluck<number[]>('id')
      return {
        draftId: row.draft_id,
        kind: row.kind,
        createdAt: row.created_at,
        retired: await of('retired_by'),
        created: await of('created_by'),
        undone: undone.length > 0,
      }
    },
    /**
     * Positions for new segments in the room of those that they replace: from the first one's up to the next segment's. New segments that
     * kept to less could be overtaken, when the old ones are put back, by what was cut around them since. Exact decimals, so there is
     * always room.
     */
    async positionsFrom(first: string, next: string | undefined, count: 1 | 2): Promise<string[]> {
      const result = await knex.raw<{ rows: { position: string }[] }>(
        `select (room.first + (coalesce(?, room.first + 8) - room.first) * 0.5 * place)::text as position
         from (select ?::numeric as first) as room, generate_series(0, ? - 1) as place order by place`,
        [next ?? null, first, count],
      )
      return result.rows.map(({ position }) => position)
    },
    async retire(ids: readonly number[], resegmentationId: number | null) {
      await knex('segments')
        .whereRaw('id = any(?)', [[...ids]])
        .update({ retired_by: resegmentationId })
    },
    async addChangeSet(
      changeSet: {
        draftId: number
        reason: string
        personId: number
        undoes?: number
        decides?: { name: string; form: string }
      },
      at: Date,
    ): Promise<number> {
      const [row] = await knex('change_sets')
        .insert({
          draft_id: changeSet.draftId,
          reason: changeSet.reason,
          undoes: changeSet.undoes ?? null,
          name: changeSet.decides?.name ?? null,
          form: changeSet.decides?.form ?? null,
          person_id: changeSet.personId,
          created_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      return row.id
    },
    /** A change set, and for each segment it wrote: the revision it made and the text that stood before. */
    async changeSet(id: number): Promise<{
      draftId: number
      reason: string
      undone: boolean
      /** It said how a name of the article is written. */
      decided: boolean
      revisions: { segmentId: number; revisionId: number; previousText: string }[]
    }> {
      const row = await knex('change_sets')
        .where({ id })
        .first<{ draft_id: number; reason: string; name: string | null } | undefined>(
          'draft_id',
          'reason',
          'name',
        )
      if (!row) throw new NotFound('change-set-not-found')
      const revisions = await knex('segment_revisions as r')
        .join('segment_revisions as p', (join) =>
          join.on('p.segment_id', 'r.segment_id').andOn(knex.raw('p.number = r.number - 1')),
        )
        .where('r.change_set_id', id)
        .orderBy('r.id')
        .select<{ segmentId: number; revisionId: number; previousText: string }[]>({
          segmentId: 'r.segment_id',
          revisionId: 'r.id',
          previousText: 'p.text',
        })
      const undone = await knex('change_sets').where({ undoes: id }).pluck<number[]>('id')
      return {
        draftId: row.draft_id,
        reason: row.reason,
        undone: undone.length > 0,
        decided: row.name !== null,
        revisions,
      }
    },
  }
}

const toSegment = (row: SegmentRow): Segment => ({
  id: row.id,
  draftId: row.draft_id,
  unitId: row.unit_id,
  position: row.position,
  sourceText: row.source_text,
  sourceAfter: row.source_after,
  targetAfter: row.target_after,
  state: row.state,
  alignmentConfidence: row.alignment_confidence,
  retired: row.retired_by !== null,
  revision: {
    id: row.current_revision_id,
    number: row.number,
    text: row.text,
    origin: row.origin,
    authorId: row.author_id,
    createdAt: row.created_at,
  },
})

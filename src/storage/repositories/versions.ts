import type { Knex } from 'knex'
import { NotFound } from '../../domain/errors.ts'
import type { Version } from '../../domain/version.ts'

export interface Publication {
  readonly id: number
  readonly draftId: number
  readonly versionId: number
  readonly slug: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
}

export const createVersions = (knex: Knex) => {
  const rows = () =>
    knex('versions')
      .join('drafts', 'drafts.id', 'versions.draft_id')
      .leftJoin('approvals', 'approvals.version_id', 'versions.id')
      .leftJoin('returns', 'returns.version_id', 'versions.id')
      .select({
        id: 'versions.id',
        draftId: 'versions.draft_id',
        articleId: 'drafts.article_id',
        number: 'versions.number',
        submittedBy: 'versions.submitted_by',
        submittedAt: 'versions.submitted_at',
        note: 'versions.note',
        glossaryChange: 'versions.glossary_change',
      })
      .select<Version[]>(
        knex.raw(
          `case when approvals.version_id is not null then 'approved'
                when returns.version_id is not null then 'returned' else 'submitted' end as state`,
        ),
      )

  const publications = () =>
    knex('publications').select<Publication[]>({
      id: 'id',
      draftId: 'draft_id',
      versionId: 'version_id',
      slug: 'slug',
      publishedAt: 'published_at',
      withdrawnAt: 'withdrawn_at',
    })

  return {
    async get(id: number): Promise<Version> {
      const [row] = await rows().where('versions.id', id)
      if (!row) throw new NotFound('version-not-found')
      return row
    },
    /** The version, with its draft locked: decisions, publications and changes of the draft's text wait for each other there. */
    async lock(id: number): Promise<Version> {
      await knex('drafts')
        .where('id', knex('versions').where({ id }).select('draft_id'))
        .forUpdate()
        .select('id')
      return this.get(id)
    },
    /** Versions of a draft, newest first. */
    async list(draftId: number): Promise<Version[]> {
      return rows().where('versions.draft_id', draftId).orderBy('versions.number', 'desc')
    },
    async latest(draftId: number): Promise<Version | undefined> {
      return (await rows().where('versions.draft_id', draftId).orderBy('versions.number', 'desc').limit(1))[0]
    },
    /** Snapshots the draft as it stands. */
    async add(
      version: { draftId: number; submittedBy: number; note: string; glossaryChange: number },
      at: Date,
    ): Promise<{ id: number; number: number }> {
      const [row] = await knex('versions')
        .insert({
          draft_id: version.draftId,
          number: knex.raw('(select coalesce(max(number), 0) + 1 from versions where draft_id = ?)', [
            version.draftId,
          ]),
          glossary_change: version.glossaryChange,
          submitted_by: version.submittedBy,
          submitted_at: at,
          note: version.note,
        })
        .returning<{ id: number; number: number }[]>(['id', 'number'])
      if (!row) throw new Error('insert returned nothing')
      await knex.raw(
        `insert into version_segments (version_id, position, segment_id, revision_id)
         select ?, row_number() over (order by position), id, current_revision_id
         from segments where draft_id = ? and retired_by is null`,
        [row.id, version.draftId],
      )
      return row
    },
    async segmentIds(versionId: number): Promise<number[]> {
      return knex('version_segments')
        .where({ version_id: versionId })
        .orderBy('position')
        .pluck<number[]>('segment_id')
    },
    /** Source and target of a segment as the version has them. */
    async textsOf(versionId: number, segmentId: number): Promise<{ source: string; target: string }> {
      const row = await knex('version_segments as v')
        .join('segments as s', 's.id', 'v.segment_id')
        .join('segment_revisions as r', 'r.id', 'v.revision_id')
        .where({ 'v.version_id': versionId, 'v.segment_id': segmentId })
        .first<{ source: string; target: string } | undefined>({ source: 's.source_text', target: 'r.text' })
      if (!row) throw new NotFound('segment-not-found')
      return row
    },
    /** True when the draft's text or its cuts are no longer those of the version. */
    async differsFromDraft(versionId: number, draftId: number): Promise<boolean> {
      const { rows } = await knex.raw<{ rows: { differs: boolean }[] }>(
        `select exists (
           select 1
           from (select segment_id, revision_id from version_segments where version_id = ?) v
           full join (select id, current_revision_id from segments where draft_id = ? and retired_by is null) s
             on s.id = v.segment_id and s.current_revision_id = v.revision_id
           where v.segment_id is null or s.id is null
         ) as differs`,
        [versionId, draftId],
      )
      return rows[0]?.differs ?? true
    },
    /** Segments whose present text was passed on in some version although nobody had ever confirmed it. */
    async passedOnUnconfirmed(draftId: number): Promise<number[]> {
      const { rows } = await knex.raw<{ rows: { id: number }[] }>(
        `select s.id from segments s join drafts d on d.id = s.draft_id
         where s.draft_id = ? and s.retired_by is null
           and exists (select from version_segments v where v.segment_id = s.id and v.revision_id = s.current_revision_id)
           and not exists (select from events e
             where e.article_id = d.article_id and e.segment_id = s.id and e.type = 'segment_confirmed')`,
        [draftId],
      )
      return rows.map(({ id }) => id)
    },
    /** Marks as final every segment that still reads as in the version. */
    async finalizeSegments(versionId: number) {
      await knex.raw(
        `update segments set state = 'final' from version_segments v
         where v.version_id = ? and segments.id = v.segment_id and segments.current_revision_id = v.revision_id
           and segments.retired_by is null`,
        [versionId],
      )
    },
    /** Everybody who wrote any text of the draft up to this version. */
    async writers(versionId: number): Promise<number[]> {
      return knex('segment_revisions as r')
        .join('segments as s', 's.id', 'r.segment_id')
        .join('versions as v', 'v.draft_id', 's.draft_id')
        .where('v.id', versionId)
        .whereRaw(
          'r.id <= (select max(vs.revision_id) from version_segments vs where vs.version_id = v.id) and r.author_id is not null',
        )
        .distinct()
        .pluck<number[]>('r.author_id')
    },
    async approve(versionId: number, by: number, note: string, at: Date) {
      await knex('approvals').insert({ version_id: versionId, person_id: by, note, created_at: at })
    },
    async return(versionId: number, by: number, note: string, at: Date) {
      await knex('returns').insert({ version_id: versionId, person_id: by, note, created_at: at })
    },
    async livePublication(draftId: number): Promise<Publication | undefined> {
      return (await publications().where({ draft_id: draftId }).whereNull('withdrawn_at'))[0]
    },
    async publication(id: number): Promise<Publication> {
      const row = (await publications().where({ id }))[0]
      if (!row) throw new NotFound('publication-not-found')
      return row
    },
    /** The address of the draft's first publication: it stays, whatever the title becomes. */
    async firstSlug(draftId: number): Promise<string | undefined> {
      return (await publications().where({ draft_id: draftId }).orderBy('id').limit(1))[0]?.slug
    },
    async publish(
      publication: { draftId: number; versionId: number; slug: string; by: number },
      at: Date,
    ): Promise<number> {
      await this.withdraw(publication.draftId, publication.by, at)
      const [row] = await knex('publications')
        .insert({
          draft_id: publication.draftId,
          version_id: publication.versionId,
          slug: publication.slug,
          published_by: publication.by,
          published_at: at,
        })
        .returning<{ id: number }[]>('id')
      if (!row) throw new Error('insert returned nothing')
      return row.id
    },
    /** Takes the live publication back, if there is one. */
    async withdraw(draftId: number, by: number, at: Date): Promise<number> {
      return knex('publications')
        .where({ draft_id: draftId })
        .whereNull('withdrawn_at')
        .update({ withdrawn_by: by, withdrawn_at: at })
    },
  }
}

import type { Knex } from 'knex'
import type { ExportedArticle, ExportedSegment, ExportedUnit } from '../../domain/exported-article.ts'

type Of = { readonly versionId: number } | { readonly draftId: number }

/** A version, or a draft as it stands, as a file may tell of it; undefined when there is no such one. */
export const exportedArticle =
  (knex: Knex) =>
  async (of: Of): Promise<ExportedArticle | undefined> => {
    const isVersion = 'versionId' in of
    const id = isVersion ? of.versionId : of.draftId
    const heads = await knex.raw<{ rows: Omit<ExportedArticle, 'units'>[] }>(
      isVersion ? versionHead : draftHead,
      [id],
    )
    const [head] = heads.rows
    if (!head) return undefined
    const { rows } = await knex.raw<{ rows: SegmentRow[] }>(segmentsOf(isVersion ? versionRows : draftRows), [
      id,
    ])
    const units = new Map<number, ExportedUnit & { segments: ExportedSegment[] }>()
    for (const { unitId, kind, ...segment } of rows) {
      const unit = units.get(unitId) ?? { id: unitId, kind, segments: [] }
      unit.segments.push(segment)
      units.set(unitId, unit)
    }
    return { ...head, units: [...units.values()] }
  }

interface SegmentRow extends ExportedSegment {
  readonly unitId: number
  readonly kind: ExportedUnit['kind']
}

const facts = `a.id as "articleId", d.id as "draftId", a.source_language as "sourceLanguage",
  d.target_language as "targetLanguage", a.source_url as "sourceUrl"`

const versionHead = `select ${facts}, v.number as "versionNumber", v.glossary_change as "glossaryChange"
  from versions v join drafts d on d.id = v.draft_id join articles a on a.id = d.article_id where v.id = ?`

const draftHead = `select ${facts}, null::integer as "versionNumber", d.glossary_checked as "glossaryChange"
  from drafts d join articles a on a.id = d.article_id where d.id = ?`

/** A text that was approved is final, whatever became of its segment; one that has moved on stood as its writer left it. */
const versionRows = `select vs.segment_id, vs.revision_id, vs.position::numeric as position,
    case when exists (select from approvals ap where ap.version_id = vs.version_id) then 'final'
      when s.current_revision_id = vs.revision_id then s.state
      when r.author_id is null then 'initial' else 'translated' end as state
  from version_segments vs join segments s on s.id = vs.segment_id join segment_revisions r on r.id = vs.revision_id
  where vs.version_id = ?`

const draftRows = `select s.id as segment_id, s.current_revision_id as revision_id, s.position, s.state
  from segments s where s.draft_id = ? and s.retired_by is null`

const segmentsOf = (chosen: string) => `
  select u.id as "unitId", u.kind, s.id, s.source_text as source, s.source_after as "sourceAfter", r.text as target,
    s.target_after as "targetAfter", c.state, r.created_at as "changedAt", p.name as "changedBy",
    coalesce((select json_agg(json_build_object('id', k.id, 'author', w.name, 'body', k.body) order by k.id)
      from comments k join people w on w.id = k.author_id
      where k.segment_id = s.id and k.resolved_at is null), '[]') as comments
  from (${chosen}) c
    join segments s on s.id = c.segment_id
    join units u on u.id = s.unit_id
    join segment_revisions r on r.id = c.revision_id
    left join people p on p.id = r.author_id
  order by c.position`

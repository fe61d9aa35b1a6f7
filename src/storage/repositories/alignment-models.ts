import type { Knex } from 'knex'
import type { AlignmentModel } from '../../engine/alignment/alignment-model.ts'
import type { TaughtSegment } from '../../engine/alignment/learn-alignment.ts'

/** Source and target language, as articles and drafts have them. */
export interface LanguagePair {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** What a model was learnt from. */
export interface Lesson {
  /** How many versions had been approved: more of them, more to learn. */
  readonly approvals: number
  readonly articles: number
  readonly segments: number
}

export const createAlignmentModels = (knex: Knex) => ({
  /** Two that learn at once would both store the same: held to the end of the transaction. */
  async lock() {
    await knex.raw(`select pg_advisory_xact_lock(hashtextextended('alignment_models', 0))`)
  },
  /** What the desk has learnt about a pair with this revision of the engine. */
  async latest(pair: LanguagePair, engine: number): Promise<AlignmentModel | undefined> {
    return (
      await inUse(knex, pair, engine).first<{ model: AlignmentModel } | undefined>('c.content as model')
    )?.model
  },
  /** How many versions had been approved when that was learnt; 0 when nothing has been. */
  async approvalsLearnt(pair: LanguagePair, engine: number): Promise<number> {
    return (
      (await inUse(knex, pair, engine).first<{ approvals: number } | undefined>('m.approvals'))?.approvals ??
      0
    )
  },
  /** That it was learnt stays for ever; what was learnt before is not needed any more. */
  async add(
    { sourceLanguage, targetLanguage }: LanguagePair,
    engine: number,
    { approvals, articles, segments }: Lesson,
    model: AlignmentModel,
    by: number | null,
    at: Date,
  ) {
    const pair = { source_language: sourceLanguage, target_language: targetLanguage }
    const [row] = await knex('alignment_models')
      .insert({ ...pair, engine, approvals, articles, segments, person_id: by, learnt_at: at })
      .returning<{ id: number }[]>('id')
    if (!row) throw new Error('insert returned nothing')
    await knex('alignment_model_contents').insert({ model_id: row.id, content: JSON.stringify(model) })
    await knex('alignment_model_contents')
      .whereIn('model_id', knex('alignment_models').where(pair).where('id', '<', row.id).select('id'))
      .delete()
  },
  /** Pairs of languages in which a version has ever been approved, and how many have been. */
  async taughtPairs(): Promise<(LanguagePair & { approvals: number })[]> {
    return knex('approvals as p')
      .join('versions as v', 'v.id', 'p.version_id')
      .join('drafts as d', 'd.id', 'v.draft_id')
      .join('articles as a', 'a.id', 'd.article_id')
      .groupBy('a.source_language', 'd.target_language')
      .orderBy(['a.source_language', 'd.target_language'])
      .select<(LanguagePair & { approvals: number })[]>(
        'a.source_language as sourceLanguage',
        'd.target_language as targetLanguage',
        knex.raw('count(*)::integer as approvals'),
      )
  },
  /**
   * The segments of the latest approved version of each article, article by article and each in order: of the articles approved last, as
   * many as hold no more than `most` segments together.
   */
  async approvedSegments(
    { sourceLanguage, targetLanguage }: LanguagePair,
    most: number,
  ): Promise<{ articles: number; segments: TaughtSegment[] }> {
    const { rows } = await knex.raw<{ rows: { version: number; source: string; target: string }[] }>(
      `with latest as (
         select distinct on (v.draft_id) v.id, p.created_at
         from versions v
           join approvals p on p.version_id = v.id
           join drafts d on d.id = v.draft_id
           join articles a on a.id = d.article_id
         where a.source_language = :sourceLanguage and d.target_language = :targetLanguage
         order by v.draft_id, v.number desc
       ), sized as (
         select l.id, sum(count(*)) over (order by l.created_at desc, l.id desc) as running
         from latest l join version_segments vs on vs.version_id = l.id
         group by l.id, l.created_at
       )
       select vs.version_id as version, s.source_text as source, r.text as target
       from sized
         join version_segments vs on vs.version_id = sized.id
         join segments s on s.id = vs.segment_id
         join segment_revisions r on r.id = vs.revision_id
       where sized.running <= :most
       order by vs.version_id, vs.position`,
      { sourceLanguage, targetLanguage, most },
    )
    const segments = rows.map(({ version, source, target }, index): TaughtSegment => {
      const lastOfText = rows[index + 1]?.version !== version
      return { source, target, ...(lastOfText ? { lastOfText } : {}) }
    })
    return { articles: new Set(rows.map(({ version }) => version)).size, segments }
  },
})

const inUse = (knex: Knex, { sourceLanguage, targetLanguage }: LanguagePair, engine: number) =>
  knex('alignment_models as m')
    .join('alignment_model_contents as c', 'c.model_id', 'm.id')
    .where({ 'm.source_language': sourceLanguage, 'm.target_language': targetLanguage, 'm.engine': engine })
    .orderBy('m.id', 'desc')

import type { Knex } from 'knex'
import type { UnitKind } from '../../domain/article.ts'

export interface PublicBlock {
  readonly unitId: number
  readonly kind: UnitKind
  readonly segments: readonly { readonly text: string; readonly after: string }[]
}

export interface PublicArticle {
  readonly draftId: number
  readonly language: string
  readonly sourceLanguage: string
  /** The address decided by the first publication. */
  readonly slug: string
  readonly isLive: boolean
  readonly sourceTitle: string | null
  readonly sourceUrl: string | null
  readonly byline: string | null
  /** When the source came out, as an ISO date. */
  readonly sourceDate: string | null
  readonly firstPublishedAt: Date
  readonly publishedAt: Date
  /** When anything about the article's publications, in any language, last changed. */
  readonly changedAt: Date
  /** Every language in which the article can be read now. */
  readonly editions: readonly { readonly language: string; readonly slug: string }[]
  readonly blocks: readonly PublicBlock[]
}

interface HeadRow extends Omit<PublicArticle, 'editions' | 'blocks'> {
  readonly articleId: number
  readonly versionId: number
}

/** What readers see of a draft; undefined when it was never published. A withdrawn one has no blocks. */
export const publicArticle =
  (knex: Knex) =>
  async (draftId: number): Promise<PublicArticle | undefined> => {
    const { rows } = await knex.raw<{ rows: HeadRow[] }>(head, [draftId])
    const [found] = rows
    if (!found) return undefined
    const { articleId, versionId, ...article } = found
    const [editions, blocks] = await Promise.all([
      editionsOf(knex, articleId),
      article.isLive ? blocksOf(knex, versionId) : [],
    ])
    return { ...article, editions, blocks }
  }

const head = `
  select d.id as "draftId", d.article_id as "articleId", d.target_language as language,
    a.source_language as "sourceLanguage", a.source_url as "sourceUrl", a.byline, a.published_on as "sourceDate",
    p.version_id as "versionId", p.slug, p.published_at as "publishedAt", p.withdrawn_at is null as "isLive",
    (select min(f.published_at) from publications f where f.draft_id = d.id) as "firstPublishedAt",
    (select max(greatest(o.published_at, o.withdrawn_at)) from publications o
       join drafts od on od.id = o.draft_id where od.article_id = d.article_id) as "changedAt",
    (select u.source_text from units u where u.article_id = d.article_id and u.kind = 'title'
       and u.retired_at is null order by u.position limit 1) as "sourceTitle"
  from publications p join drafts d on d.id = p.draft_id join articles a on a.id = d.article_id
  where d.id = ? order by p.id desc limit 1`

const editionsOf = (knex: Knex, articleId: number) =>
  knex('publications as p')
    .join('drafts as d', 'd.id', 'p.draft_id')
    .where('d.article_id', articleId)
    .whereNull('p.withdrawn_at')
    .orderBy('d.target_language')
    .select<{ language: string; slug: string }[]>({ language: 'd.target_language', slug: 'p.slug' })

async function blocksOf(knex: Knex, versionId: number): Promise<PublicBlock[]> {
  const { rows } = await knex.raw<{ rows: PublicBlock[] }>(
    `select u.id as "unitId", u.kind,
       json_agg(json_build_object('text', r.text, 'after', s.target_after) order by vs.position) as segments
     from version_segments vs
       join segments s on s.id = vs.segment_id
       join units u on u.id = s.unit_id
       join segment_revisions r on r.id = vs.revision_id
     where vs.version_id = ? group by u.id, u.kind order by min(vs.position)`,
    [versionId],
  )
  return rows
}

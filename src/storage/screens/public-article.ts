import type { Knex } from 'knex'
import type { UnitKind } from '../../domain/article.ts'
import { slugOf } from '../../domain/slug.ts'

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

interface PreviewRow extends Omit<HeadRow, 'slug' | 'firstPublishedAt'> {
  readonly slug: string | null
  readonly firstPublishedAt: Date | null
}

/** What readers see of a draft; undefined when it was never published. A withdrawn one has no blocks. */
export const publicArticle =
  (knex: Knex) =>
  async (draftId: number): Promise<PublicArticle | undefined> =>
    (await publicArticles(knex)([draftId]))[0]

/** The same of several, in the order asked for. */
export const publicArticles =
  (knex: Knex) =>
  async (draftIds: readonly number[]): Promise<PublicArticle[]> => {
    const { rows } = await knex.raw<{ rows: HeadRow[] }>(published, [[...draftIds]])
    const live = rows.filter(({ isLive }) => isLive)
    const [editions, blocks] = await Promise.all([
      editionsOf(
        knex,
        rows.map(({ articleId }) => articleId),
      ),
      blocksOf(
        knex,
        live.map(({ versionId }) => versionId),
      ),
    ])
    return draftIds.flatMap((id) =>
      rows
        .filter(({ draftId }) => draftId === id)
        .map(({ articleId, versionId, ...article }) => ({
          ...article,
          editions: editions.get(articleId) ?? [],
          blocks: blocks.get(versionId) ?? [],
        })),
    )
  }

/** What readers would see of a version if it were published at `now`; of the one that they see now, just that. */
export const previewedArticle =
  (knex: Knex) =>
  async (versionId: number, now: Date): Promise<PublicArticle | undefined> => {
    const { rows } = await knex.raw<{ rows: PreviewRow[] }>(previewed, { now, versionId })
    const [found] = rows
    if (!found) return undefined
    const { articleId, ...article } = found
    const { language } = article
    const slug = found.slug ?? slugOf(found.sourceTitle ?? '', found.sourceLanguage, found.draftId)
    const [editions, blocks] = await Promise.all([editionsOf(knex, [articleId]), blocksOf(knex, [versionId])])
    const others = (editions.get(articleId) ?? []).filter((edition) => edition.language !== language)
    return {
      ...article,
      slug,
      firstPublishedAt: found.firstPublishedAt ?? now,
      changedAt: now,
      editions: [...others, { language, slug }].sort(byLanguage),
      blocks: blocks.get(versionId) ?? [],
    }
  }

const facts = `d.id as "draftId", d.article_id as "articleId", d.target_language as language,
  a.source_language as "sourceLanguage", a.source_url as "sourceUrl", a.byline, a.published_on as "sourceDate",
  (select max(greatest(o.published_at, o.withdrawn_at)) from publications o
     join drafts od on od.id = o.draft_id where od.article_id = d.article_id) as "changedAt",
  (select u.source_text from units u where u.article_id = d.article_id and u.kind = 'title'
     and u.retired_at is null order by u.position limit 1) as "sourceTitle"`

const firstPublishedAt = `(select min(f.published_at) from publications f where f.draft_id = d.id) as "firstPublishedAt"`

const published = `select distinct on (d.id) ${facts}, p.version_id as "versionId", p.slug, p.published_at as "publishedAt",
    p.withdrawn_at is null as "isLive", ${firstPublishedAt}
  from publications p join drafts d on d.id = p.draft_id join articles a on a.id = d.article_id
  where d.id = any(?) order by d.id, p.id desc`

const previewed = `select ${facts}, v.id as "versionId", true as "isLive",
    coalesce(p.published_at, :now) as "publishedAt", ${firstPublishedAt},
    (select f.slug from publications f where f.draft_id = d.id order by f.id limit 1) as slug
  from versions v join drafts d on d.id = v.draft_id join articles a on a.id = d.article_id
    left join publications p on p.version_id = v.id and p.withdrawn_at is null
  where v.id = :versionId`

/** In which languages articles can be read now, by article. */
export async function editionsOf(knex: Knex, articleIds: readonly number[]) {
  const rows = await knex('publications as p')
    .join('drafts as d', 'd.id', 'p.draft_id')
    .whereIn('d.article_id', [...articleIds])
    .whereNull('p.withdrawn_at')
    .select<{ articleId: number; language: string; slug: string }[]>({
      articleId: 'd.article_id',
      language: 'd.target_language',
      slug: 'p.slug',
    })
  const editions = new Map<number, { language: string; slug: string }[]>()
  for (const { articleId, ...edition } of rows.sort(byLanguage))
    editions.set(articleId, [...(editions.get(articleId) ?? []), edition])
  return editions
}

const byLanguage = (a: { readonly language: string }, b: { readonly language: string }) =>
  a.language < b.language ? -1 : 1

async function blocksOf(knex: Knex, versionIds: readonly number[]): Promise<Map<number, PublicBlock[]>> {
  const { rows } = await knex.raw<{ rows: (PublicBlock & { versionId: number })[] }>(
    `select vs.version_id as "versionId", u.id as "unitId", u.kind,
       json_agg(json_build_object('text', r.text, 'after', s.target_after) order by vs.position) as segments
     from version_segments vs
       join segments s on s.id = vs.segment_id
       join units u on u.id = s.unit_id
       join segment_revisions r on r.id = vs.revision_id
     where vs.version_id = any(?) group by vs.version_id, u.id, u.kind order by min(vs.position)`,
    [[...versionIds]],
  )
  const blocks = new Map<number, PublicBlock[]>()
  for (const { versionId, ...block } of rows) blocks.set(versionId, [...(blocks.get(versionId) ?? []), block])
  return blocks
}

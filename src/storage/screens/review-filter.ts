import type { Knex } from 'knex'

/** What the filters of the review page ask besides its rows. */
export interface FilterFacts {
  /** When the latest version was submitted. */
  readonly lastVersion: Date | null
  /** Who wrote what stands now. */
  readonly authors: readonly { readonly id: number; readonly name: string }[]
  /** By segment, who wrote its text and when; the machine is nobody. */
  readonly written: ReadonlyMap<number, { readonly authorId: number | null; readonly at: Date }>
}

/** The tables that are read here stand in the stamp of `whatStands`. */
export async function filterFacts(knex: Knex, draftId: number): Promise<FilterFacts> {
  const [revisions, version] = await Promise.all([
    knex('segments as s')
      .join('segment_revisions as r', 'r.id', 's.current_revision_id')
      .leftJoin('people as p', 'p.id', 'r.author_id')
      .where('s.draft_id', draftId)
      .whereNull('s.retired_by')
      .select<{ id: number; authorId: number | null; author: string | null; at: Date }[]>({
        id: 's.id',
        authorId: 'r.author_id',
        author: 'p.name',
        at: 'r.created_at',
      }),
    knex('versions').where({ draft_id: draftId }).max<{ at: Date | null }[]>('submitted_at as at'),
  ])
  const authors = new Map<number, string>()
  for (const { authorId, author } of revisions) if (authorId !== null) authors.set(authorId, author ?? '')
  return {
    lastVersion: version[0]?.at ?? null,
    authors: Array.from(authors, ([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    written: new Map(revisions.map(({ id, authorId, at }) => [id, { authorId, at }])),
  }
}

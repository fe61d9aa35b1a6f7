import type { Knex } from 'knex'

/** Somebody has said how a name is written in one article. */
export interface DecidedName {
  readonly draftId: number
  readonly name: string
  readonly form: string
  readonly by: string
  readonly at: Date
  readonly reason: string
}

/** So many decisions are read; the newest count most. */
const mostRead = 50

/** What stands of what was decided about these names, in all drafts into one language, the latest first. Case does not count. */
export async function nameHistory(
  knex: Knex,
  names: readonly string[],
  targetLanguage: string,
): Promise<readonly DecidedName[]> {
  const { rows } = await knex.raw<{ rows: DecidedName[] }>(
    `select decided.draft_id as "draftId", decided.name, decided.form, decided.reason, p.name as by, decided.created_at as at
     from (
       select d.draft_id, d.name, d.form, d.reason, d.person_id, d.created_at
       from dismissals d join segments s on s.id = d.segment_id
       where d.name is not null and d.withdrawn_at is null and s.retired_by is null
       union all
       select c.draft_id, c.name, c.form, c.reason, c.person_id, c.created_at
       from change_sets c
       where c.name is not null and not exists (select from change_sets u where u.undoes = c.id)
     ) as decided
     join drafts on drafts.id = decided.draft_id
     join people p on p.id = decided.person_id
     where lower(decided.name) = any(:names) and drafts.target_language = :targetLanguage
     order by decided.created_at desc limit :mostRead`,
    { names: names.map((name) => name.toLowerCase()), targetLanguage, mostRead },
  )
  return rows
}

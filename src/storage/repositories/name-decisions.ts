import type { Knex } from 'knex'
import { prepared } from '../prepared.ts'

/** A person has said how a name of this article is written. */
export interface NameDecision {
  readonly name: string
  readonly form: string
  readonly by: string
  /** The dismissal that said so; null when a change set did. */
  readonly dismissalId: number | null
}

const standing = `
  select decided.name, decided.form, p.name as by, "dismissalId" from (
    select d.name, d.form, d.person_id, d.created_at, d.id as "dismissalId"
    from dismissals d join segments s on s.id = d.segment_id
    where d.draft_id = $1 and d.name is not null and d.withdrawn_at is null and s.retired_by is null
    union all
    select c.name, c.form, c.person_id, c.created_at, null
    from change_sets c
    where c.draft_id = $1 and c.name is not null
      and not exists (select from change_sets u where u.undoes = c.id)
  ) as decided join people p on p.id = decided.person_id
  order by decided.created_at desc`

export const createNameDecisions = (knex: Knex) => {
  const list = prepared<NameDecision>(knex, 'name-decisions', standing)
  return {
    /** What stands for a draft, the latest first. */
    list: (draftId: number): Promise<readonly NameDecision[]> => list([draftId]),
  }
}

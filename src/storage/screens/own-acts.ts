import type { Knex } from 'knex'
import type { OwnAct } from '../../domain/own-steps.ts'

/** How far back somebody can step. */
const furthest = 500

/** What a person did to a draft, oldest first: texts saved one by one, change sets, cuts. What a cut itself wrote is part of it. */
export async function ownActs(knex: Knex, draftId: number, personId: number): Promise<OwnAct[]> {
  const { rows } = await knex.raw<{ rows: OwnAct[] }>(
    `select kind, id::integer as id, undoes::integer as undoes from (
       select 'text' as kind, r.id, r.undoes, r.created_at
         from segments s
           join segment_revisions r on r.segment_id = s.id
           left join resegmentations c on c.id = s.created_by
         where s.draft_id = :draft and r.author_id = :person and r.change_set_id is null and r.number > 1
           and r.created_at is distinct from c.created_at
       union all
       select 'change-set', id, undoes, created_at from change_sets where draft_id = :draft and person_id = :person
       union all
       select 'cut', id, undoes, created_at from resegmentations
         where draft_id = :draft and person_id = :person and kind in ('merge', 'split', 'move-break', 'undo')
       order by created_at desc, id desc limit :furthest
     ) as acts order by created_at, id`,
    { draft: draftId, person: personId, furthest },
  )
  return rows
}

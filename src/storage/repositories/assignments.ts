import type { Knex } from 'knex'

/** Who has a draft, and until when. */
export interface Assignment {
  readonly translatorId: number | null
  readonly editorId: number | null
  /** ISO date. */
  readonly dueOn: string | null
}

/** Somebody to be reminded of a draft. */
export interface DueReminder {
  readonly assignmentId: number
  readonly kind: 'due' | 'overdue'
  readonly articleId: number
  readonly draftId: number
  readonly personId: number
  readonly dueOn: string
}

export const createAssignments = (knex: Knex) => ({
  async current(draftId: number): Promise<Assignment> {
    const row = await knex('assignments')
      .where({ draft_id: draftId })
      .orderBy('id', 'desc')
      .select({ translatorId: 'translator_id', editorId: 'editor_id' })
      .select(knex.raw('due_on::text as "dueOn"'))
      .first<Assignment | undefined>()
    return row ?? { translatorId: null, editorId: null, dueOn: null }
  },
  async add(draftId: number, { translatorId, editorId, dueOn }: Assignment, by: number, at: Date) {
    await knex('assignments').insert({
      draft_id: draftId,
      translator_id: translatorId,
      editor_id: editorId,
      due_on: dueOn,
      assigned_by: by,
      assigned_at: at,
    })
  },
  /**
   * Notes down who is to be reminded on this day, each draft and kind once, and says who. The editor, or whoever gave it out, once it is
   * submitted; the translator before; nobody once it is approved.
   */
  async remind(today: string, at: Date): Promise<DueReminder[]> {
    const { rows } = await knex.raw<{ rows: DueReminder[] }>(
      `with due as (
         select a.id as assignment_id, d.id as draft_id, d.article_id, a.due_on::text as due_on,
           case when a.due_on < cast(:today as date) then 'overdue' else 'due' end as kind,
           case when latest.is_open then coalesce(a.editor_id, a.assigned_by) else coalesce(a.translator_id, a.assigned_by) end as person_id
         from drafts d
         cross join lateral (select * from assignments a where a.draft_id = d.id order by a.id desc limit 1) a
         left join lateral (
           select ap.version_id is not null as is_approved, ap.version_id is null and re.version_id is null as is_open
           from versions v left join approvals ap on ap.version_id = v.id left join returns re on re.version_id = v.id
           where v.draft_id = d.id order by v.number desc limit 1) latest on true
         where a.due_on <= cast(:today as date) + 1 and latest.is_approved is not true
       ), reminded as (
         insert into due_reminders (assignment_id, kind, reminded_at) select assignment_id, kind, :at from due
         on conflict do nothing returning assignment_id
       )
       select assignment_id as "assignmentId", kind, article_id as "articleId", draft_id as "draftId", person_id as "personId",
         due_on as "dueOn"
       from due join reminded using (assignment_id)`,
      { today, at },
    )
    return rows
  },
})

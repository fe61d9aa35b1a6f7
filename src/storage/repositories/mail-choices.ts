import type { Knex } from 'knex'
import { usualMailChoice, type MailChoice, type MailFrequency } from '../../domain/notification.ts'

/** A letter that one process has taken upon itself to send. */
export interface ClaimedLetter {
  readonly personId: number
  readonly frequency: MailFrequency
  readonly token: string
  readonly failures: number
  readonly notificationIds: readonly number[]
}

export const createMailChoices = (knex: Knex) => ({
  async get(personId: number): Promise<MailChoice> {
    const row = await knex('mail_choices')
      .where({ person_id: personId })
      .first<MailChoice | undefined>('frequency', 'muted')
    return row ?? usualMailChoice
  },
  async set(personId: number, { frequency, muted }: MailChoice, nextLetterAt: Date) {
    await knex('mail_choices')
      .insert({ person_id: personId, frequency, muted: [...muted], next_letter_at: nextLetterAt })
      .onConflict('person_id')
      .merge({ frequency, muted: [...muted], next_letter_at: nextLetterAt, failures: 0 })
  },
  /** No more letters to whoever a letter with this token went to. */
  async stop(token: string) {
    await knex('mail_choices').where({ token }).update({ frequency: 'off' })
  },
  /** Whoever has never chosen gets what is usual. */
  async addMissing(nextLetterAt: Date) {
    await knex.raw(
      `insert into mail_choices (person_id, frequency, next_letter_at)
       select p.id, ?, ? from people p where not exists (select from mail_choices m where m.person_id = p.id)
       on conflict do nothing`,
      [usualMailChoice.frequency, nextLetterAt],
    )
  },
  /**
   * Takes one letter that is due, for this process alone until `until`; should it die before it says `sent` or `failed`, another one takes
   * the letter then. Null when none is due.
   */
  async claim(now: Date, until: Date): Promise<ClaimedLetter | null> {
    const { rows } = await knex.raw<{ rows: ClaimedLetter[] }>(
      `with waiting as (
         select m.person_id, m.muted from mail_choices m join people p on p.id = m.person_id and p.disabled_at is null
         where m.frequency <> 'off' and m.next_letter_at <= :now and exists (
           select from notifications n where n.person_id = m.person_id and n.read_at is null and n.mailed_at is null
             and n.kind <> all(m.muted))
         order by m.next_letter_at limit 1 for update of m skip locked
       )
       update mail_choices m set next_letter_at = :until from waiting w where m.person_id = w.person_id
       returning m.person_id as "personId", m.frequency, m.token, m.failures,
         array(select n.id::integer from notifications n where n.person_id = m.person_id and n.read_at is null
           and n.mailed_at is null and n.kind <> all(w.muted) order by n.id) as "notificationIds"`,
      { now, until },
    )
    return rows[0] ?? null
  },
  async sent(personId: number, nextLetterAt: Date) {
    await knex('mail_choices')
      .where({ person_id: personId })
      .update({ next_letter_at: nextLetterAt, failures: 0 })
  },
  async failed(personId: number, failures: number, nextTryAt: Date) {
    await knex('mail_choices').where({ person_id: personId }).update({ next_letter_at: nextTryAt, failures })
  },
})

import type { Knex } from 'knex'

export interface Operation<Answer> {
  readonly requestHash: string
  readonly answer: Answer
}

/** First answers to operations that may be repeated (draft-ietf-httpapi-idempotency-key-header-07). Keys are per person. */
export const createOperations = (knex: Knex) => ({
  /** Waits for a running operation of the same id, then gives its answer if it has one. */
  async find<Answer>(personId: number, id: string): Promise<Operation<Answer> | undefined> {
    await knex.raw('select pg_advisory_xact_lock(hashtextextended(?, ?))', [id, personId])
    return knex('operations')
      .where({ person_id: personId, id })
      .first<Operation<Answer> | undefined>({ requestHash: 'request_hash', answer: 'answer' })
  },
  /** Forgets answers that nobody will ask for again. */
  async sweep(before: Date): Promise<number> {
    return knex('operations').where('created_at', '<', before).delete()
  },
  async remember(personId: number, id: string, operation: Operation<unknown>, at: Date) {
    await knex('operations').insert({
      person_id: personId,
      id,
      request_hash: operation.requestHash,
      answer: JSON.stringify(operation.answer),
      created_at: at,
    })
  },
})

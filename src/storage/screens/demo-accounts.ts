import type { Knex } from 'knex'
import type { Role } from '../../domain/people.ts'

/** Addresses of the demo desk's people end like this, and all have this password. */
export const demoDomain = 'tukham.example'
export const demoPassword = 'demo-tukham'

export interface DemoAccount {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
}

/** The people of the demo desk who can sign in. */
export const demoAccounts = (knex: Knex): Promise<DemoAccount[]> =>
  knex('people')
    .select<DemoAccount[]>(
      'name',
      'email',
      knex.raw(`array(select role from person_roles where person_id = people.id order by role) as roles`),
    )
    .where('email', 'like', `%@${demoDomain}`)
    .whereNull('disabled_at')
    .orderBy('id')

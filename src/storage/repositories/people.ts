import type { Knex } from 'knex'
import { Invalid, NotFound } from '../../domain/errors.ts'
import type { Actor, InterfaceLocale, Role } from '../../domain/people.ts'
import { toPreferences, type PreferencesRow } from './preferences.ts'

export interface Person extends Actor {
  readonly createdAt: Date
  readonly disabled: boolean
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly locale: InterfaceLocale
  readonly roles: readonly Role[]
}

interface PersonRow {
  id: number
  name: string
  email: string
  password_hash: string
  locale: InterfaceLocale
  created_at: Date
  disabled_at: Date | null
  roles: Role[]
  preferences: PreferencesRow | null
  unread: number
}

export const createPeople = (knex: Knex) => {
  const rows = () =>
    knex('people')
      .select<PersonRow[]>(
        'people.*',
        knex.raw(
          `array(select role from person_roles where person_roles.person_id = people.id order by role) as roles`,
        ),
        knex.raw(
          `(select to_jsonb(preferences) from preferences where preferences.person_id = people.id) as preferences`,
        ),
        // Nobody needs to know how many hundreds.
        knex.raw(
          `(select count(*)::integer from (select from notifications n where n.person_id = people.id and n.read_at is null limit 100) n) as unread`,
        ),
      )
      .orderBy('people.name')

  const setRoles = async (id: number, roles: readonly Role[]) => {
    await knex('person_roles').where({ person_id: id }).delete()
    if (roles.length > 0) await knex('person_roles').insert(roles.map((role) => ({ person_id: id, role })))
  }

  return {
    async find(id: number): Promise<Person | undefined> {
      const [row] = await rows().where({ id })
      return row && toPerson(row)
    },
    async get(id: number): Promise<Person> {
      const person = await this.find(id)
      if (!person) throw new NotFound('person-not-found')
      return person
    },
    async findByEmail(email: string): Promise<(Person & { passwordHash: string }) | undefined> {
      const [row] = await rows().where({ email: email.trim().toLowerCase() })
      return row && { ...toPerson(row), passwordHash: row.password_hash }
    },
    async list(): Promise<Person[]> {
      return (await rows()).map(toPerson)
    },
    /** Everybody, with nobody else able to change who may do what until the transaction ends. */
    async lockAll(): Promise<Person[]> {
      await knex('people').select('id').orderBy('id').forUpdate()
      return this.list()
    },
    /** One person's own choices are changed one after the other. */
    async lock(id: number): Promise<void> {
      await knex('people').select('id').where({ id }).forUpdate()
    },
    async count(): Promise<number> {
      return Number((await knex('people').count<{ count: string }[]>('* as count'))[0]?.count ?? 0)
    },
    /** Throws Invalid when somebody has the address already. */
    async add(person: NewPerson): Promise<number> {
      const [row] = await knex('people')
        .insert({
          name: person.name,
          email: person.email.trim().toLowerCase(),
          password_hash: person.passwordHash,
          locale: person.locale,
        })
        .onConflict('email')
        .ignore()
        .returning<{ id: number }[]>('id')
      if (!row) throw new Invalid([{ field: 'email', key: 'email-taken' }])
      await setRoles(row.id, person.roles)
      return row.id
    },
    setRoles,
    async setDisabled(id: number, at: Date | null) {
      await knex('people').where({ id }).update({ disabled_at: at })
    },
    async setPassword(id: number, passwordHash: string) {
      await knex('people').where({ id }).update({ password_hash: passwordHash })
    },
    async setLocale(id: number, locale: InterfaceLocale) {
      await knex('people').where({ id }).update({ locale })
    },
    /** Ends sessions of a person at once; `except` keeps the one they are using. Returns how many ended. */
    async endSessions(id: number, except?: string): Promise<number> {
      return knex('sessions')
        .where({ person_id: id })
        .modify((query) => (except === undefined ? query : query.whereNot({ sid: except })))
        .delete()
    },
    async countSessions(id: number): Promise<number> {
      const [row] = await knex('sessions')
        .where({ person_id: id })
        .where('expire', '>', knex.fn.now())
        .count<{ count: string }[]>('* as count')
      return Number(row?.count ?? 0)
    },
  }
}

const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  roles: row.roles,
  preferences: toPreferences(row.preferences),
  unread: row.unread,
  createdAt: row.created_at,
  disabled: row.disabled_at !== null,
})

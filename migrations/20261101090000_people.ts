import type { Knex } from 'knex'

export const up = (knex: Knex) =>
  knex.raw(`
    create table people (
      id            integer generated always as identity primary key,
      name          text not null check (name <> ''),
      email         text not null constraint people_email_is_lower_case check (email = lower(email)),
      password_hash text not null,
      locale        text not null default 'en' constraint people_locale check (locale in ('vi', 'th', 'en')),
      created_at    timestamptz not null default now(),
      disabled_at   timestamptz,
      constraint people_email_unique unique (email)
    );

    create table person_roles (
      person_id integer not null references people,
      role      text not null constraint person_roles_role
                check (role in ('translator', 'editor', 'terminologist', 'administrator')),
      primary key (person_id, role)
    );

    -- The shape that connect-pg-simple asks for; person_id lets a person's sessions be listed and ended.
    create table sessions (
      sid       text primary key,
      sess      json not null,
      expire    timestamptz not null,
      person_id integer generated always as ((sess ->> 'personId')::integer) stored
    );
    create index sessions_expire on sessions (expire);
    create index sessions_person on sessions (person_id);
  `)

export const down = (knex: Knex) => knex.raw(`drop table sessions, person_roles, people`)

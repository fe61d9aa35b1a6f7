import type { Knex } from 'knex'

/** How the desk looks to a person, and which keys they have chosen: one row each, from the first time they choose something. */
export const up = (knex: Knex) =>
  knex.raw(`
    create table preferences (
      person_id    integer primary key references people,
      text_size    text not null constraint preferences_text_size check (text_size in ('100', '110', '125', '150', '175', '200')),
      line_spacing text not null constraint preferences_line_spacing check (line_spacing in ('normal', 'wide', 'wider')),
      columns      text not null constraint preferences_columns check (columns in ('target', 'equal', 'source')),
      width        text not null constraint preferences_width check (width in ('full', 'medium', 'narrow')),
      source       text not null constraint preferences_source check (source in ('left', 'above')),
      focus        text not null constraint preferences_focus check (focus in ('off', 'on')),
      theme        text not null constraint preferences_theme check (theme in ('system', 'light', 'dark')),
      motion       text not null constraint preferences_motion check (motion in ('system', 'reduced')),
      characters   text not null constraint preferences_characters check (characters in ('off', 'on')),
      keys         jsonb not null constraint preferences_keys check (jsonb_typeof(keys) = 'object')
    );
  `)

export const down = (knex: Knex) => knex.raw('drop table preferences')

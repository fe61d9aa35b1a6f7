import type { Knex } from 'knex'

/**
 * What a person decided about a name of the article, beside the act that decided it: saying that a finding is no fault, or putting one
 * form in the place of others. It stands as long as the act does.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    alter table dismissals
      add column name text,
      add column form text,
      add constraint dismissals_decision check (num_nonnulls(name, form) in (0, 2));
    alter table change_sets
      add column name text,
      add column form text,
      add constraint change_sets_decision check (num_nonnulls(name, form) in (0, 2));
    create index dismissals_decisions on dismissals (draft_id) where name is not null;
    create index change_sets_decisions on change_sets (draft_id) where name is not null;
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    alter table dismissals drop column name, drop column form;
    alter table change_sets drop column name, drop column form;
  `)

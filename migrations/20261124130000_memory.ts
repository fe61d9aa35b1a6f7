import type { Knex } from 'knex'

/**
 * What has been approved, to be found again: a row for each source and target that were ever approved together, with where that was. Which
 * words a source has and how often each word stands in the memory let the likeliest sources be found without reading all of them.
 */
export const up = (knex: Knex) =>
  knex.raw(`
    create table memory_entries (
      id              bigint generated always as identity primary key,
      source_language text not null,
      target_language text not null,
      source_text     text not null,
      target_text     text not null,
      -- Of the source as it is compared: spelled alike, the same. And its tokens, with spaces between them.
      source_hash     uuid not null,
      source_tokens   text not null,
      token_count     integer not null,
      -- Its words in lower case, each once, with spaces between them.
      source_words    text not null,
      -- Without case and marks.
      source_folded   text not null,
      target_folded   text not null
    );
    create unique index memory_entries_pair on memory_entries (source_hash, source_language, target_language, md5(target_text));
    create index memory_entries_words on memory_entries
      using gin (array_to_tsvector(string_to_array(source_words, ' ')));

    create table memory_origins (
      entry_id      bigint not null references memory_entries,
      segment_id    bigint not null references segments,
      version_id    integer not null references versions,
      before_hash   uuid,
      after_hash    uuid,
      -- A later approved version of the draft, in which the segment reads otherwise or is cut otherwise.
      superseded_by integer references versions,
      primary key (entry_id, segment_id)
    );
    create index memory_origins_segment on memory_origins (segment_id);
    create index memory_origins_version on memory_origins (version_id);
    create index memory_origins_superseded_by on memory_origins (superseded_by) where superseded_by is not null;

    create table memory_words (
      language text not null,
      word     text not null,
      entries  integer not null,
      primary key (language, word)
    );

    -- Versions that are in the memory.
    create table memory_versions (
      version_id    integer primary key references approvals (version_id),
      remembered_at timestamptz not null
    );

    -- The same source in other drafts.
    create index segments_source on segments (md5(source_text)) where retired_by is null;

    -- Trigrams take Thai for no letters where the database's character type is C. What is searched is this: nearly one letter for each.
    create function memory_letters(text) returns text language sql immutable strict parallel safe
      return translate($1,
        'กานรอเงมยลวัีทสติดะหปพแคบไจชขำุูโผใืึฟศษถธณญฐภซฉฮฎฏฑฒฆฅฃฌฝฤฦฬๅๆฯ๐๑๒๓๔๕๖๗๘๙',
        'abcdefghijklmnopqrstuvwxyz01234567899' || '7oonncinv11trpnnxx217djjbss0123456789');

    do $$
    begin
      create extension if not exists pg_trgm;
      create index memory_entries_source_letters on memory_entries using gin (memory_letters(source_folded) gin_trgm_ops);
      create index memory_entries_target_letters on memory_entries using gin (memory_letters(target_folded) gin_trgm_ops);
    exception
      -- Not allowed, or not there: searching the memory is then as right and slower.
      when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
        raise notice 'pg_trgm cannot be used: %', sqlerrm;
    end $$;
  `)

export const down = (knex: Knex) =>
  knex.raw(`
    drop index segments_source;
    drop table memory_versions, memory_words, memory_origins, memory_entries;
    drop function memory_letters;
  `)

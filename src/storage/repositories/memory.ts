import type { Knex } from 'knex'

/** A segment of an approved version. */
export interface ApprovedSegment {
  readonly segmentId: number
  readonly source: string
  readonly target: string
}

/** A version that is approved, with its segments in order. */
export interface ApprovedVersion {
  readonly id: number
  readonly draftId: number
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly segments: readonly ApprovedSegment[]
}

/** A source and its target as they are kept, made by the engine. */
export interface NewEntry {
  readonly source: string
  readonly target: string
  readonly sourceHash: string
  readonly tokens: readonly string[]
  readonly words: readonly string[]
  readonly sourceFolded: string
  readonly targetFolded: string
}

export interface NewOrigin {
  readonly entry: NewEntry
  readonly segmentId: number
  readonly beforeHash: string | null
  readonly afterHash: string | null
}

interface Pair {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** A source that shares words with the one looked up. */
export interface Candidate {
  readonly id: number
  readonly sourceHash: string
  readonly tokens: readonly string[]
}

/** Entries that a look-up compares, the nearest in length. */
const mostCandidates = 3_000

export const createMemoryRepository = (knex: Knex) => ({
  /** Versions that have been approved and are not in the memory yet, the first first. */
  async versionsLeft(): Promise<number[]> {
    return knex('approvals as a')
      .leftJoin('memory_versions as m', 'm.version_id', 'a.version_id')
      .whereNull('m.version_id')
      .orderBy('a.version_id')
      .pluck<number[]>('a.version_id')
  },
  /** Marks a version as being in the memory; false when it is already. Two that do it at once wait for each other here. */
  async begin(versionId: number, at: Date): Promise<boolean> {
    await knex.raw(`select pg_advisory_xact_lock(hashtextextended('memory', 0))`)
    const done = await knex('memory_versions')
      .insert({ version_id: versionId, remembered_at: at })
      .onConflict('version_id')
      .ignore()
      .returning<{ version_id: number }[]>('version_id')
    return done.length > 0
  },
  async approvedVersion(versionId: number): Promise<ApprovedVersion> {
    const head = await knex('versions as v')
      .join('drafts as d', 'd.id', 'v.draft_id')
      .join('articles as a', 'a.id', 'd.article_id')
      .where('v.id', versionId)
      .first<Omit<ApprovedVersion, 'segments'>>({
        id: 'v.id',
        draftId: 'v.draft_id',
        sourceLanguage: 'a.source_language',
        targetLanguage: 'd.target_language',
      })
    const segments = await knex('version_segments as vs')
      .join('segments as s', 's.id', 'vs.segment_id')
      .join('segment_revisions as r', 'r.id', 'vs.revision_id')
      .where('vs.version_id', versionId)
      .orderBy('vs.position')
      .select<ApprovedSegment[]>({ segmentId: 's.id', source: 's.source_text', target: 'r.text' })
    return { ...head, segments }
  },
  /** Puts what was approved into the memory, and counts the words of what is new in it. */
  async add(version: ApprovedVersion, origins: readonly NewOrigin[]): Promise<void> {
    const pair = [version.sourceLanguage, version.targetLanguage]
    for (const { entry, segmentId, beforeHash, afterHash } of origins) {
      const { id, isNew } = await addEntry(knex, pair, entry)
      await knex.raw(
        `insert into memory_origins (entry_id, segment_id, version_id, before_hash, after_hash) values (?, ?, ?, ?, ?)
         on conflict (entry_id, segment_id) do update
         set version_id = excluded.version_id, before_hash = excluded.before_hash, after_hash = excluded.after_hash`,
        [id, segmentId, version.id, beforeHash, afterHash],
      )
      if (isNew)
        await knex.raw(
          `insert into memory_words (language, word, entries)
           select ?, word, 1 from unnest(cast(? as text[])) as word order by word
           on conflict (language, word) do update set entries = memory_words.entries + 1`,
          [version.sourceLanguage, [...entry.words]],
        )
    }
  },
  /** Only what is in the draft's latest approved version stands; an article that was approved again has had second thoughts. */
  async supersede(draftId: number): Promise<void> {
    await knex.raw(
      `with own as (
         select v.id, v.number from versions v join memory_versions m on m.version_id = v.id where v.draft_id = :draftId
       ), latest as (select id from own order by number desc limit 1)
       update memory_origins o set superseded_by = nullif(latest.id, o.version_id) from own, latest
       where o.version_id = own.id and o.superseded_by is distinct from nullif(latest.id, o.version_id)`,
      { draftId },
    )
  },
  /** In how many sources of a language each of these words stands. */
  async countWords(language: string, words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await knex('memory_words')
      .where({ language })
      .whereRaw('word = any(?)', [[...words]])
      .select<{ word: string; entries: number }[]>('word', 'entries')
    return new Map(rows.map(({ word, entries }) => [word, entries]))
  },
  /** Sources with so many tokens that read the same, or have at least `required` of these words. */
  async candidates(
    { sourceLanguage, targetLanguage }: Pair,
    sourceHash: string,
    { words, required }: { words: readonly string[]; required: 1 | 2 },
    { count, fewest, most }: { count: number; fewest: number; most: number },
  ): Promise<Candidate[]> {
    const query = required === 1 || words.length < 2 ? anyOf(words) : twoOf(words)
    const { rows } = await knex.raw<{ rows: { id: number; hash: string; tokens: string }[] }>(
      `(select id, source_hash as hash, source_tokens as tokens from memory_entries
        where array_to_tsvector(string_to_array(source_words, ' ')) @@ cast(:query as tsquery)
          and token_count between :fewest and :most
          and source_language = :sourceLanguage and target_language = :targetLanguage
        order by abs(token_count - :count) limit :mostCandidates)
       union
       select id, source_hash, source_tokens from memory_entries
       where source_hash = :sourceHash and source_language = :sourceLanguage and target_language = :targetLanguage`,
      { query, count, fewest, most, sourceLanguage, targetLanguage, sourceHash, mostCandidates },
    )
    return rows.map(({ id, hash, tokens }) => ({ id, sourceHash: hash, tokens: tokens.split(' ') }))
  },
  /** False where the memory is searched without an index. */
  async hasSearchIndex(): Promise<boolean> {
    const { rows } = await knex.raw<{ rows: { there: boolean }[] }>(
      `select to_regclass('memory_entries_source_letters') is not null as there`,
    )
    return rows[0]?.there ?? false
  },
})

async function addEntry(knex: Knex, pair: readonly string[], entry: NewEntry) {
  const { rows } = await knex.raw<{ rows: { id: number }[] }>(
    `insert into memory_entries (source_language, target_language, source_text, target_text, source_hash, source_tokens,
       token_count, source_words, source_folded, target_folded)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (source_hash, source_language, target_language, md5(target_text)) do nothing returning id`,
    [
      ...pair,
      entry.source,
      entry.target,
      entry.sourceHash,
      entry.tokens.join(' '),
      entry.tokens.length,
      entry.words.join(' '),
      entry.sourceFolded,
      entry.targetFolded,
    ],
  )
  if (rows[0]) return { id: rows[0].id, isNew: true }
  const known = await knex.raw<{ rows: { id: number }[] }>(
    `select id from memory_entries
     where source_language = ? and target_language = ? and source_hash = ? and md5(target_text) = md5(?)`,
    [...pair, entry.sourceHash, entry.target],
  )
  if (!known.rows[0]) throw new Error('an entry is neither new nor known')
  return { id: known.rows[0].id, isNew: false }
}

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

const anyOf = (words: readonly string[]): string => words.map(quoted).join(' | ')

/** At least two: two of one half, two of the other, or one of each. So many words take n·log n places, and not n². */
function twoOf(words: readonly string[]): string {
  const middle = Math.ceil(words.length / 2)
  const halves = [words.slice(0, middle), words.slice(middle)]
  const both = halves.map((half) => `(${anyOf(half)})`).join(' & ')
  return [both, ...halves.filter((half) => half.length > 1).map(twoOf)].map((part) => `(${part})`).join(' | ')
}

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import thaiList from '../../src/engine/languages/th/words.json' with { type: 'json' }
import { thai } from '../../src/engine/languages/th/thai.ts'
import { foldText } from '../../src/engine/memory/fold.ts'
import { createSimilarity } from '../../src/engine/memory/similarity.ts'
import { sourceKey, sourceTokens } from '../../src/engine/memory/source-tokens.ts'
import { vietnamese } from '../../src/engine/languages/vi/vietnamese.ts'
import { unpackWords } from '../../src/engine/text/word-list.ts'
import { connect, migrate } from '../../src/storage/database.ts'
import { startEmbedded } from '../../src/storage/embedded-postgres.ts'
import { concordance, type ConcordanceSide } from '../../src/storage/screens/concordance.ts'
import { createStorage, type Storage } from '../../src/storage/storage.ts'
import { affordablePlaces, findSimilar } from '../../src/workflows/find-similar.ts'
import { memoryEntry } from '../../src/workflows/memory-entry.ts'
import { databaseAt } from '../support/database-at.ts'
import { makeDraft } from '../support/factories.ts'
import { cpuOf } from './desk.ts'
import { cpuTime, goal, heading, median, quantile, table } from './harness.ts'
import { pick, seeded } from './material.ts'

const asked = process.argv.find((argument) => argument.startsWith('--segments='))
const size = Number(asked?.split('=')[1] ?? 1_000_000)
const lookups = 21
const rounds = 3
const pair = { sourceLanguage: 'vi', targetLanguage: 'th' }

/** The translation memory over a million approved segments, beside PostgreSQL's trigrams and beside reading everything. */
export async function benchMemory(): Promise<void> {
  heading(`The memory: ${size.toLocaleString('en')} segments`)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tukham-bench-'))
  fs.chmodSync(folder, 0o755)
  const settings = [
    'fsync=off',
    'shared_buffers=2GB',
    'maintenance_work_mem=1GB',
    'max_wal_size=8GB',
    'jit=off',
  ]
  const server = await startEmbedded(folder, { flags: settings.map((setting) => `-c ${setting}`) })
  try {
    const admin = connect(server.url, { max: 1 })
    // Where the character type is C, trigrams take only ASCII for letters: the contender is given a database in which it knows them all.
    await admin.raw(
      `create database memory template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'`,
    )
    await admin.destroy()
    const knex = connect(databaseAt(server.url, 'memory'), { max: 1 })
    await migrate(knex)
    await knex.raw('set statement_timeout = 0')
    await fill(knex)
    await benchLookUp(knex)
    await benchConcordance(knex)
    await knex.destroy()
  } finally {
    await server.stop()
    fs.rmSync(folder, { recursive: true })
  }
}

async function benchLookUp(knex: Knex): Promise<void> {
  const storage = createStorage(knex)
  const queries = await alteredSources(knex)
  const truth = await readAll(knex, queries)
  const backend = await backendOf(knex)
  const ways = [affordablePlaces, 2_000, 5_000, 10_000, 40_000].map((affordable, at): Contender => ({
    name: at === 0 ? 'the memory' : `reading at most ${affordable} places of words`,
    find: async (query) =>
      (await findSimilar(storage, pair, query, { most: 3_000, affordable })).map(({ entryId }) => entryId),
  }))
  const trigrams = [0.7, 0.6, 0.5].map((threshold): Contender => ({
    name: `pg_trgm ≥ ${threshold}`,
    find: async (query) => {
      await knex.raw(`select set_config('pg_trgm.similarity_threshold', ?, false)`, [String(threshold)])
      const { rows } = await knex.raw<{ rows: { id: number }[] }>(
        'select id from memory_entries where source_text % ? order by similarity(source_text, ?) desc',
        [query, query],
      )
      return rows.map(({ id }) => id)
    },
  }))
  const measured = []
  for (const contender of [...ways, ...trigrams])
    measured.push(
      await measure(contender, queries, truth, backend, trigrams.includes(contender) ? 1 : rounds),
    )
  const own = measured[0]!
  const others = measured.slice(ways.length)
  table(
    measured.map(({ name, cpu, wall, recall, best }) => ({
      '': name,
      'CPU ms': median(cpu),
      'least–most': `${quantile(cpu, 0).toFixed(1)}–${quantile(cpu, 1).toFixed(0)}`,
      'time ms': median(wall),
      'of all ≥ 0.75': recall,
      'the likest': best,
      'of ours': median(cpu) / median(own.cpu),
    })),
  )
  console.log(
    `\nCPU is that of both processes. What is to be found: ${truth.reduce((sum, { ids }) => sum + ids.size, 0)} sources alike by 0.75 or more, by comparing each query with every source.\n`,
  )
  // The strictest, which is the fastest, that finds as much; the most generous when none does.
  const equal = others.find(({ recall }) => recall >= own.recall) ?? others.at(-1)!
  goal(
    `look-up, CPU of ${equal.name} (which finds ${(equal.recall * 100).toFixed(1)} %, ours ${(own.recall * 100).toFixed(1)} %)`,
    median(own.cpu) / median(equal.cpu),
    0.05,
    false,
  )
  const strictest = others[0]!
  goal(
    `the same, of ${strictest.name}, whatever it misses`,
    median(own.cpu) / median(strictest.cpu),
    0.05,
    false,
  )
}

interface Contender {
  readonly name: string
  readonly find: (query: string) => Promise<readonly number[]>
}

interface Truth {
  /** Every entry that is alike by 0.75 or more. */
  readonly ids: ReadonlySet<number>
  /** Those that are likest. */
  readonly likest: ReadonlySet<number>
}

async function measure(
  { name, find }: Contender,
  queries: readonly string[],
  truth: readonly Truth[],
  backend: number,
  times: number,
) {
  const [cpu, wall]: number[][] = [[], []]
  let [found, likest, wanted] = [0, 0, 0]
  for (let round = 0; round < times; round++)
    for (const [at, query] of queries.entries()) {
      const [own, server, started] = [cpuTime(), cpuOf(backend), performance.now()]
      const ids = new Set(await find(query))
      wall!.push(performance.now() - started)
      cpu!.push(cpuTime() - own + (cpuOf(backend) - server))
      if (round > 0) continue
      wanted += truth[at]!.ids.size
      found += [...truth[at]!.ids].filter((id) => ids.has(id)).length
      likest += [...truth[at]!.likest].some((id) => ids.has(id)) ? 1 : 0
    }
  return { name, cpu: cpu!, wall: wall!, recall: found / wanted, best: `${likest} of ${queries.length}` }
}

/** Sources of the memory with one syllable in eight left out, exchanged or put in. */
async function alteredSources(knex: Knex): Promise<string[]> {
  const random = seeded(7)
  const words = vocabulary()
  const rows = await knex('memory_entries')
    .whereRaw('token_count between 12 and 40')
    .whereIn(
      'id',
      Array.from({ length: lookups * 4 }, () => 1 + Math.floor(random() * size)),
    )
    .orderBy('id')
    .limit(lookups)
    .select<{ source_text: string }[]>('source_text')
  return rows.map(({ source_text: source }) =>
    source
      .split(' ')
      .flatMap((syllable) => {
        const chance = random()
        if (chance < 0.04) return []
        if (chance < 0.1) return [pick(words, random).vi]
        return chance < 0.12 ? [syllable, pick(words, random).vi] : [syllable]
      })
      .join(' '),
  )
}

/** Compares every query with every source. */
async function readAll(knex: Knex, queries: readonly string[]): Promise<Truth[]> {
  const prepared = queries.map((query) => {
    const key = sourceKey(query, vietnamese)
    const tokens = sourceTokens(key, vietnamese)
    return {
      tokens,
      similarity: createSimilarity({ key, tokens }),
      ids: new Set<number>(),
      likest: new Set<number>(),
      best: 0,
    }
  })
  const slice = 20_000
  const started = cpuTime()
  for (let from = 0; from < size; from += slice) {
    const rows = await knex('memory_entries')
      .whereBetween('id', [from + 1, from + slice])
      .select<{ id: number; text: string }[]>({ id: 'id', text: 'source_tokens' })
    for (const { id, text } of rows) {
      const tokens = text.split(' ')
      for (const query of prepared) {
        const [short, long] = [tokens.length, query.tokens.length].sort((a, b) => a - b)
        if (short! < long! * 0.75) continue
        const score = query.similarity({ key: text, tokens })
        if (score >= 0.75) query.ids.add(id)
        if (score < query.best || score < 0.6) continue
        if (score > query.best) query.likest.clear()
        query.best = score
        query.likest.add(id)
      }
    }
  }
  console.log(
    `comparing each of ${queries.length} queries with everything: ${((cpuTime() - started) / 1000).toFixed(1)} s CPU here\n`,
  )
  return prepared
}

async function benchConcordance(knex: Knex): Promise<void> {
  const names = vocabulary()
  const search = concordance(knex)
  const asked: readonly { side: ConcordanceSide; text: string; what: string }[] = [
    { side: 'source', text: names[30]!.vi, what: 'a common syllable' },
    { side: 'source', text: nameOf(0).vi, what: 'a common name' },
    { side: 'source', text: nameOf(900).vi, what: 'a rare name' },
    { side: 'target', text: nameOf(0).th, what: 'a common name' },
    { side: 'target', text: nameOf(900).th, what: 'a rare name' },
  ]
  const backend = await backendOf(knex)
  const rows = []
  for (const { side, text, what } of asked) {
    const folded = foldText(text, side === 'source' ? vietnamese : thai).text
    const query = { folded, side, ...pair, since: '', until: '', page: 1 }
    const run = async (isIndexed: boolean) => {
      await knex.raw(`select set_config('enable_bitmapscan', ?, false)`, [isIndexed ? 'on' : 'off'])
      const [server, started] = [cpuOf(backend), performance.now()]
      const { total } = await search(query)
      return { total, cpu: cpuOf(backend) - server, wall: performance.now() - started }
    }
    const [indexed, sequential] = [await run(true), await run(false)]
    rows.push({
      '': `${what}, ${side}`,
      found: String(indexed.total),
      'of all': sequential.total === 0 ? 'nothing there' : indexed.total / sequential.total,
      'CPU ms': indexed.cpu,
      'time ms': indexed.wall,
      'reading all, CPU ms': sequential.cpu,
      ratio: indexed.cpu / sequential.cpu,
    })
  }
  console.log('\nConcordance, a page of 20 and how many there are; and the same by reading everything\n')
  table(rows)
  goal(
    'concordance finds, of what reading everything finds',
    Math.min(...rows.map((row) => Number(row['of all']))),
    1,
    true,
  )
}

async function backendOf(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}

/** Fills the memory through the program's own making of entries, without its indexes, which are built afterwards. */
async function fill(knex: Knex): Promise<void> {
  const started = performance.now()
  const { rows: indexes } = await knex.raw<{ rows: { name: string; definition: string }[] }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'memory_entries' and indexname <> 'memory_entries_pkey'`,
  )
  for (const { name } of indexes) await knex.raw('drop index ??', [name])
  const counts = new Map<string, number>()
  const make = segments()
  const slice = 5_000
  for (let from = 0; from < size; from += slice) {
    const entries = Array.from({ length: Math.min(slice, size - from) }, () => {
      const { vi, th } = make()
      return memoryEntry(pair, vi, th)!
    })
    for (const word of entries.flatMap(({ words }) => words)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const columns = [
      entries.map(({ source }) => source),
      entries.map(({ target }) => target),
      entries.map(({ sourceHash }) => sourceHash),
      entries.map(({ tokens }) => tokens.join(' ')),
      entries.map(({ tokens }) => tokens.length),
      entries.map(({ words }) => words.join(' ')),
      entries.map(({ sourceFolded }) => sourceFolded),
      entries.map(({ targetFolded }) => targetFolded),
    ]
    await knex.raw(
      `insert into memory_entries (source_language, target_language, source_text, target_text, source_hash, source_tokens,
         token_count, source_words, source_folded, target_folded)
       select 'vi', 'th', * from unnest(cast(? as text[]), cast(? as text[]), cast(? as uuid[]), cast(? as text[]),
         cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))`,
      columns,
    )
  }
  const words = [...counts]
  await knex.raw(
    `insert into memory_words (language, word, entries)
     select 'vi', * from unnest(cast(? as text[]), cast(? as integer[]))`,
    [words.map(([word]) => word), words.map(([, count]) => count)],
  )
  await approve(knex, createStorage(knex))
  const log = (what: string) => {
    console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s since the beginning`)
  }
  log('filled')
  for (const { name, definition } of indexes) {
    // Two of the same are none here: nothing is looked for by its pair.
    await knex.raw(definition.replace('UNIQUE ', ''))
    log(name)
  }
  await knex.raw('create index trigrams on memory_entries using gin (source_text gin_trgm_ops)')
  log('the trigrams’ own index')
  await knex.raw('vacuum analyze')
  const { rows } = await knex.raw<{ rows: { name: string; size: string }[] }>(
    `select relname as name, pg_size_pretty(pg_relation_size(oid)) as size from pg_class
     where relname in ('memory_entries', 'memory_entries_words', 'memory_entries_source_letters', 'memory_entries_target_letters', 'trigrams')`,
  )
  console.log(`${rows.map(({ name, size }) => `${name} ${size}`).join(', ')}\n`)
}

/** Every entry comes from somewhere that was approved. */
async function approve(knex: Knex, storage: Storage): Promise<void> {
  const at = new Date()
  const by = await storage.people.add({
    name: 'Bench',
    email: 'bench@desk.example',
    passwordHash: '',
    locale: 'en',
    roles: ['editor'],
  })
  const { draftId, segmentIds } = await makeDraft(storage, { by, title: { source: 'a', target: 'b' } })
  const version = await storage.versions.add({ draftId, submittedBy: by, note: '', glossaryChange: 0 }, at)
  await storage.versions.approve(version.id, by, '', at)
  await knex.raw(
    'insert into memory_origins (entry_id, segment_id, version_id) select id, ?, ? from memory_entries',
    [segmentIds[0]!, version.id],
  )
}

interface Word {
  readonly vi: string
  readonly th: string
}

const initials = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ')
const rimes =
  'a ai an ang anh ao ap at au ay âm ân âng ât âu ây ăn ăng e em en eo ê êm ên i ia iên iêng iêu im in inh o oa oan oc oi om on ong ô ôi ôn ông ơ ơi ơn u ua uân ui un ung uôc uôn uông ư ưa ươi ươn ương'.split(
    ' ',
  )
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** Syllables of Vietnamese shape, each with a Thai word that always stands for it; the first are the most common. */
let known: readonly Word[] | undefined
function vocabulary(): readonly Word[] {
  if (known) return known
  const random = seeded(1)
  const all = initials.flatMap((initial) =>
    rimes.flatMap((rime) => tones.map((tone) => withTone(initial + rime, tone))),
  )
  const thaiWords = unpackWords(thaiList.words).filter((word) => word.length >= 2 && word.length <= 5)
  return (known = Array.from({ length: 3_800 }, () => ({
    vi: pick(all, random),
    th: pick(thaiWords, random),
  })))
}

function withTone(syllable: string, tone: string): string {
  const vowel = /[aeiouăâêôơư]/.exec(
    syllable.replace(/^(?:gi|qu)(?=.)/, (letters) => '_'.repeat(letters.length)),
  )
  if (!vowel) return syllable
  const at = vowel.index + 1
  return (syllable.slice(0, at) + tone + syllable.slice(at)).normalize('NFC')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A name of two syllables: the n-th most common. */
function nameOf(rank: number): Word {
  const words = vocabulary()
  const [first, second] = [words[(rank * 7 + 100) % 3_800]!, words[(rank * 13 + 900) % 3_800]!]
  return { vi: `${capital(first.vi)} ${capital(second.vi)}`, th: first.th + second.th }
}

/** Sentences of the shape of news, one after the other: words as common as Zipf says, phrases that recur, names, and variants of what came before. */
function segments(): () => Word {
  const random = seeded(2)
  const words = vocabulary()
  const zipf = (count: number) => Math.min(count - 1, Math.floor(count ** random()) - 1)
  const word = () => words[Math.max(0, zipf(words.length))]!
  const phrases = Array.from({ length: 30_000 }, () =>
    joined(Array.from({ length: 2 + Math.floor(random() * 3) }, word)),
  )
  const earlier: Word[][] = []
  return () => {
    const before = random() < 0.25 && earlier.length > 0 ? pick(earlier, random) : null
    const parts = before
      ? before.map((part) => (random() < 0.12 ? word() : part))
      : Array.from({ length: 5 + Math.floor(random() * 9) }, () => {
          const chance = random()
          if (chance < 0.5) return phrases[Math.max(0, zipf(phrases.length))]!
          return chance < 0.65 ? nameOf(Math.max(0, zipf(20_000))) : word()
        })
    if (earlier.length < 20_000) earlier.push(parts)
    else earlier[Math.floor(random() * earlier.length)] = parts
    const { vi, th } = joined(parts)
    return { vi: `${capital(vi)}.`, th }
  }
}

const joined = (parts: readonly Word[]): Word => ({
  vi: parts.map(({ vi }) => vi).join(' '),
  th: parts.map(({ th }) => th).join(''),
})

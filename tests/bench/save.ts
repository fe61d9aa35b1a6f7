import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import type { Workbench } from '../../src/workbench.ts'
import { settleFindings } from '../../src/workflows/recheck.ts'
import { reviseSegment } from '../../src/workflows/revise-segment.ts'
import { signInAt } from '../support/http-client.ts'
import { cpuOf, cpuOfServer, serve, startBenchDesk, type BenchDesk, type Served } from './desk.ts'
import { goal, heading, median, quantile, table } from './harness.ts'

const rounds = 5
const savesEach = 25
const mostClients = 8

/** One client's way to save, again and again, in a segment of its own. */
type Saver = () => Promise<unknown>

/** What a save costs until it is acknowledged, beside a bare pair of prepared statements in a transaction. */
export async function benchSave(): Promise<void> {
  heading('A save: time and CPU of client and database per save, on a disk that keeps it')
  const desk = await startBenchDesk()
  const program = await serve(['dist/main.js'], { DATABASE_URL: desk.url })
  try {
    const contenders = await contendersOn(desk, program)
    for (const clients of [1, mostClients]) {
      const measured = await interleave(contenders, clients, desk.postmaster)
      const bare = measured[Object.keys(contenders)[0]!]!
      console.log(`\n${clients === 1 ? '1 client' : `${clients} clients, each in a draft of its own`}\n`)
      table(
        Object.entries(measured).map(([name, { wall, own, database }]) => ({
          '': name,
          'time ms': median(wall),
          'of bare': median(wall) / median(bare.wall),
          'least–most': `${quantile(wall, 0).toFixed(2)}–${quantile(wall, 1).toFixed(2)}`,
          'CPU ms': median(own),
          'database CPU ms': median(database),
          'both of bare': (median(own) + median(database)) / (median(bare.own) + median(bare.database)),
        })),
      )
      const ours = measured[acknowledged]!
      goal(
        `save until acknowledged, ${clients} clients, time of bare`,
        median(ours.wall) / median(bare.wall),
        1.5,
        false,
      )
      const cpu = (one: Measured) => median(one.own) + median(one.database)
      goal(`the same, CPU of both processes of bare`, cpu(ours) / cpu(bare), 1.5, false)
    }
  } finally {
    for (const connection of connections) await connection.end()
    await program.stop()
    await desk.close()
  }
}

const acknowledged = 'our save until acknowledged'

interface Contender {
  /** The process that does the work beside the database. */
  readonly pid: number
  readonly savers: readonly Saver[]
}

async function contendersOn(desk: BenchDesk, program: Served): Promise<Record<string, Contender>> {
  const { workbench, translator } = desk
  const actor = await workbench.storage.people.get(translator.id)
  // The check of what is saved is measured by itself.
  const unchecked: Workbench = { ...workbench, rechecks: { ...workbench.rechecks, soon: () => undefined } }
  const drafts = []
  for (let client = 0; client < mostClients; client++) drafts.push(await desk.draftOf(60))
  const places = drafts.map(({ draftId, segmentIds }) => ({ draftId, segmentId: segmentIds[0]! }))

  const ours = (
    save: (request: Parameters<typeof reviseSegment>[2], draftId: number) => Promise<{ revisionId: number }>,
  ) =>
    places.map(({ draftId, segmentId }, client): Saver => {
      let basedOn = 0
      let turn = 0
      return async () => {
        basedOn ||= (await workbench.storage.segments.get(segmentId)).revision.id
        const text = textOf(client, turn++)
        const request = { segmentId, text, basedOn, operationId: randomUUID(), confirm: false }
        try {
          basedOn = (await save(request, draftId)).revisionId
        } catch {
          // Another contender has saved in the same segment since this one's last turn.
          basedOn = (await workbench.storage.segments.get(segmentId)).revision.id
          basedOn = (await save({ ...request, basedOn, operationId: randomUUID() }, draftId)).revisionId
        }
      }
    })
  const clients = await Promise.all(
    places.map(() => signInAt(program.address, translator.email, demoPassword)),
  )
  return {
    'bare BEGIN, UPDATE, INSERT, COMMIT': { pid: process.pid, savers: await bareSavers(desk, places) },
    [acknowledged]: { pid: process.pid, savers: ours((request) => reviseSegment(unchecked, actor, request)) },
    'our save and its check': {
      pid: process.pid,
      savers: ours(async (request, draftId) => {
        const answer = await reviseSegment(unchecked, actor, request)
        await settleFindings(workbench, draftId)
        return answer
      }),
    },
    'the whole request, checks going on behind': {
      pid: program.pid,
      savers: places.map(({ segmentId }, client): Saver => {
        let basedOn = 0
        let turn = 0
        return async () => {
          const send = async () => {
            const fields = {
              text: textOf(client, turn++),
              basedOn: String(basedOn),
              operationId: randomUUID(),
            }
            const { status, body } = await clients[client]!.post(`/segments/${segmentId}/revisions`, fields, {
              Accept: 'application/json',
            })
            const told = JSON.parse(body) as { revisionId?: number; current?: { revisionId: number } }
            basedOn = told.revisionId ?? told.current?.revisionId ?? 0
            return status === 200
          }
          basedOn ||= (await workbench.storage.segments.get(segmentId)).revision.id
          if (!(await send()) && !(await send())) throw new Error('a save was refused')
        }
      }),
    },
  }
}

/** Two tables of the same columns, indexes and checks, without triggers and without foreign keys. */
async function bareSavers(
  desk: BenchDesk,
  places: readonly { segmentId: number }[],
): Promise<readonly Saver[]> {
  const { reader } = desk.workbench.storage
  await reader.raw(`
    create table bare_segments (like segments including all);
    create table bare_revisions (like segment_revisions including all);
    insert into bare_segments overriding system value select * from segments;
    insert into bare_revisions overriding system value select * from segment_revisions;
    select setval(pg_get_serial_sequence('bare_revisions', 'id'), (select max(id) from bare_revisions));
    alter table bare_segments add column version integer not null default 1;
    analyze`)
  const { rows } = await reader.raw<{ rows: { id: number; number: number; version: number }[] }>(
    `select s.id, s.version, (select max(number) from bare_revisions r where r.segment_id = s.id) as number from bare_segments s`,
  )
  return Promise.all(
    places.map(async ({ segmentId }, client) => {
      const connection = new pg.Client({ connectionString: desk.url })
      await connection.connect()
      connections.push(connection)
      let { number, version } = rows.find(({ id }) => id === segmentId)!
      return async () => {
        await connection.query('begin')
        const updated = await connection.query({
          name: 'update',
          text: `update bare_segments set version = version + 1, state = 'translated' where id = $1 and version = $2`,
          values: [segmentId, version],
        })
        if (updated.rowCount !== 1) throw new Error('the version has moved on')
        await connection.query({
          name: 'insert',
          text: `insert into bare_revisions (segment_id, number, text, origin, author_id, created_at)
            values ($1, $2, $3, 'person', $4, now())`,
          values: [segmentId, ++number, textOf(client, number), desk.translator.id],
        })
        await connection.query('commit')
        version++
      }
    }),
  )
}

const connections: pg.Client[] = []

const textOf = (client: number, turn: number) =>
  `ผู้ว่าราชการจังหวัดกล่าวว่าการซ่อมแซมคันกั้นน้ำระยะที่ ${client} จะแล้วเสร็จก่อนฤดูฝน และใช้งบประมาณ ${turn} ล้านด่ง`

interface Measured {
  readonly wall: number[]
  readonly own: number[]
  readonly database: number[]
}

async function interleave(
  contenders: Readonly<Record<string, Contender>>,
  clients: number,
  postmaster: number,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {}
  const turns = Object.entries(contenders)
  for (let round = -1; round < rounds; round++) {
    turns.push(turns.shift()!)
    for (const [name, { pid, savers }] of turns) {
      const times = (measured[name] ??= { wall: [], own: [], database: [] })
      // What another contender has written is not its own to notice.
      await Promise.all(savers.slice(0, clients).map((save) => save()))
      const before = { wall: performance.now(), own: cpuOf(pid), database: cpuOfServer(postmaster) }
      await Promise.all(
        savers.slice(0, clients).map(async (save) => {
          for (let n = 0; n < savesEach; n++) await save()
        }),
      )
      if (round < 0) continue
      const saves = clients * savesEach
      times.wall.push((performance.now() - before.wall) / saves)
      times.own.push((cpuOf(pid) - before.own) / saves)
      times.database.push((cpuOfServer(postmaster) - before.database) / saves)
    }
  }
  return measured
}

import http from 'node:http'
import { demoPassword } from '../../src/storage/screens/demo-accounts.ts'
import { sessionSecret } from '../../src/storage/settings.ts'
import { signInAt } from '../support/http-client.ts'
import { cpuOf, cpuOfServer, serve, startBenchDesk } from './desk.ts'
import { goal, heading, median, quantile, table } from './harness.ts'

const rounds = 5
const requests = 20

/** What a warm review page costs the server, beside the same page from plain Express, EJS and knex. */
export async function benchPage(): Promise<void> {
  heading('A warm review page: CPU of the server process, of the database, and time, per request')
  const desk = await startBenchDesk()
  const secret = await sessionSecret(desk.workbench.storage.reader)
  const env = { DATABASE_URL: desk.url, SESSION_SECRET: secret }
  const [ours, plain] = await Promise.all([
    serve(['dist/main.js'], env),
    serve(['--import', 'tsx', 'tests/bench/plain-page.ts'], env),
  ])
  try {
    const { cookie } = await signInAt(ours.address, desk.translator.email, demoPassword)
    for (const size of [60, 400]) {
      const { draftId } = await desk.draftOf(size)
      for (const encoding of ['identity', 'br']) {
        const ask = (address: string, path = '') =>
          getBody(`${address}/drafts/${draftId}${path}`, cookie, encoding)
        const stamp =
          /data-stamp="([^"]+)"/.exec(
            (await getBody(`${ours.address}/drafts/${draftId}`, cookie, 'identity')).toString(),
          )?.[1] ?? ''
        const contenders = {
          'Express + EJS + knex': { pid: plain.pid, ask: () => ask(plain.address) },
          'review page': { pid: ours.pid, ask: () => ask(ours.address) },
          'its parts since': { pid: ours.pid, ask: () => ask(ours.address, `/parts?since=${stamp}`) },
        }
        const measured = await interleave(contenders, desk.postmaster, size > 100 ? 4 : requests)
        console.log(`\n${size} segments, ${encoding === 'br' ? 'Brotli as each has it' : 'not compressed'}\n`)
        table(
          Object.entries(measured).map(([name, { cpu, database, wall, bytes }]) => ({
            '': name,
            'CPU ms': median(cpu),
            'of plain': median(cpu) / median(measured['Express + EJS + knex']!.cpu),
            'least–most': `${quantile(cpu, 0).toFixed(2)}–${quantile(cpu, 1).toFixed(2)}`,
            'database CPU ms': median(database),
            'time ms': median(wall),
            bytes,
          })),
        )
        if (size === 60) {
          const both = (name: string) => median(measured[name]!.cpu) + median(measured[name]!.database)
          goal(
            `review page, ${encoding}, CPU of plain`,
            median(measured['review page']!.cpu) / median(measured['Express + EJS + knex']!.cpu),
            0.5,
            false,
          )
          goal(`the same with the database's`, both('review page') / both('Express + EJS + knex'), 0.5, false)
        }
      }
    }
  } finally {
    await Promise.all([ours.stop(), plain.stop()])
    await desk.close()
  }
}

interface Measured {
  readonly cpu: number[]
  readonly database: number[]
  readonly wall: number[]
  bytes: number
}

/** Takes turns; one request after the other, so that the database's work is told apart too. */
async function interleave(
  contenders: Readonly<Record<string, { pid: number; ask: () => Promise<Buffer> }>>,
  postmaster: number,
  count: number,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {}
  const turns = Object.entries(contenders)
  for (let round = -2; round < rounds; round++) {
    turns.push(turns.shift()!)
    for (const [name, { pid, ask }] of turns) {
      const own = (measured[name] ??= { cpu: [], database: [], wall: [], bytes: 0 })
      const before = { cpu: cpuOf(pid), database: cpuOfServer(postmaster), wall: performance.now() }
      for (let n = 0; n < count; n++) own.bytes = (await ask()).length
      if (round < 0) continue
      own.cpu.push((cpuOf(pid) - before.cpu) / count)
      own.database.push((cpuOfServer(postmaster) - before.database) / count)
      own.wall.push((performance.now() - before.wall) / count)
    }
  }
  return measured
}

const agent = new http.Agent({ keepAlive: true })

/** On a busy machine a connection may come too late; then it is asked again, which costs the one that was late. */
async function getBody(url: string, cookie: string, encoding: string): Promise<Buffer> {
  for (let attempt = 1; ; attempt++) {
    const { status, body } = await get(url, { cookie, 'accept-encoding': encoding })
    if (status === 200) return body
    if (status < 500 || attempt === 5) throw new Error(`${url} was answered ${status}`)
  }
}

const get = (url: string, headers: http.OutgoingHttpHeaders) =>
  new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
    http
      .get(url, { agent, headers }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces) })
        })
      })
      .on('error', reject)
  })

import path from 'node:path'
import { pino } from 'pino'
import { readConfig, type Config } from './config.ts'
import { projectRoot } from './project-root.ts'
import { startRechecking } from './jobs/recheck-drafts.ts'
import { connect, migrate } from './storage/database.ts'
import { startEmbedded } from './storage/embedded-postgres.ts'
import { lockInstance } from './storage/instance-lock.ts'
import { assertDurable } from './storage/durability.ts'
import { sessionSecret } from './storage/settings.ts'
import { createApp } from './web/app.ts'
import { createWorkbench, type Workbench } from './workbench.ts'
import { demoPassword, seedDemo } from './demo/seed.ts'
import { demoPeople } from './demo/people.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await start(readConfig())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const folder = config.dataFolder ?? path.join(projectRoot, '.tukham')
  const lock = config.databaseUrl === null ? await lockInstance(folder) : null
  const database = config.databaseUrl === null ? await startDatabase(folder) : null
  const databaseUrl = config.databaseUrl ?? database?.url ?? ''

  const knex = connect(databaseUrl, { max: 1 })
  const applied = await migrate(knex)
  if (applied.length > 0) say(`Database: ${applied.length} migrations applied`)
  await assertDurable(knex)
  const secret = await sessionSecret(knex)
  await knex.destroy()

  const logger = pino({ level: config.logLevel })
  const workbench = createWorkbench({ config, databaseUrl, logger, sessionSecret: secret })
  const isEmpty = (await workbench.storage.people.count()) === 0
  if (isEmpty && config.databaseUrl === null) {
    say('Filling the empty desk with demo articles and a glossary …')
    await seedDemo(workbench)
  }
  const rechecking = startRechecking(workbench)
  const address = await listen(workbench, config)
  lock?.announce(address)
  announce(address, config, isEmpty)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('Stopping …')
    await rechecking.stop()
    await closeServer()
    await workbench.close()
    await database?.stop()
    lock?.release()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())

  async function startDatabase(base: string) {
    const steps = {
      unpacking: 'Database: unpacking PostgreSQL …',
      initialising: 'Database: making a new data folder …',
      starting: 'Database: starting …',
      reusing: 'Database: already running, using it',
      recovering: 'Database: recovering …',
    } as const
    return startEmbedded(base, { onProgress: (step) => say(steps[step]) })
  }
}

let closeServer = () => Promise.resolve()

function listen(workbench: Workbench, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createApp(workbench).listen(port, host, (error?: Error) => {
      if (error) return reject(error)
      const bound = server.address()
      const actual = bound !== null && typeof bound === 'object' ? bound.port : port
      resolve(`http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${actual}`)
    })
    server.headersTimeout = 10_000
    server.requestTimeout = 60_000
    server.on('error', reject)
    closeServer = () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 10_000).unref()
      })
  })
}

function announce(address: string, config: Config, isEmpty: boolean): void {
  say(`\nTukham is ready: ${address}\n`)
  if (config.databaseUrl === null) {
    say(`Demo accounts (password ${demoPassword}):`)
    for (const { email, name, roles } of demoPeople)
      say(`  ${email.padEnd(30)} ${name} (${roles.join(', ')})`)
    say('')
  } else if (isEmpty) {
    say('There is nobody here yet. Make the first administrator:')
    say('  npx tukham user add --email you@example.org --name "Your Name" --role administrator\n')
  }
}

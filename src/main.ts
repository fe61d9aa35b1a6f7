import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { readConfig, type Config } from './config.ts'
import { createLogger } from './logger.ts'
import { projectRoot } from './project-root.ts'
import { createMail } from './mail.ts'
import { startLearning } from './jobs/learn-alignment.ts'
import { startPublishing } from './jobs/publish-due.ts'
import { startRechecking } from './jobs/recheck-drafts.ts'
import { startRemembering } from './jobs/remember-approved.ts'
import { startMeasuring } from './jobs/measure-drafts.ts'
import type { Letter } from './workflows/send-digests.ts'
import { startSweeping } from './jobs/sweep-leftovers.ts'
import { startTelling } from './jobs/tell-people.ts'
import { connect, migrate } from './storage/database.ts'
import { firstFilling } from './storage/first-filling.ts'
import { keepRunning, startEmbedded } from './storage/embedded-postgres.ts'
import { lockInstance } from './storage/instance-lock.ts'
import { assertDurable } from './storage/durability.ts'
import { demoPassword } from './storage/screens/demo-accounts.ts'
import { sessionSecret } from './storage/settings.ts'
import { createApp } from './web/app.ts'
import { composeLetter } from './web/pages/notifications/compose-letter.ts'
import { createWorkbench, type Workbench } from './workbench.ts'
import { seedDemo } from './demo/seed.ts'
import { demoPeople } from './demo/people.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What has been started, each with how it ends; ended in reverse order, whether the process was asked to stop or failed to start. */
const closers: (() => unknown)[] = []
let exiting = false

async function exit(failure?: unknown): Promise<void> {
  // What fails because it was interrupted is no news.
  if (exiting) return
  exiting = true
  if (failure !== undefined) tell(failure)
  for (const close of closers.reverse()) {
    try {
      await close()
    } catch (error) {
      // Whatever else was started must still be ended, the database last.
      tell(error)
    }
  }
  process.exit(failure === undefined ? 0 : 1)
}

const tell = (error: unknown) =>
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    say('Stopping …')
    void exit()
  })

try {
  await start(readConfig())
} catch (error) {
  await exit(error)
}

async function start(config: Config): Promise<void> {
  const database = config.databaseUrl === null ? await startDatabase(config) : null
  const databaseUrl = config.databaseUrl ?? database?.url ?? ''
  const secret = await prepareDatabase(databaseUrl, database !== null)
  const logger = createLogger(config.logLevel)
  const workbench = createWorkbench({ config, databaseUrl, logger, sessionSecret: secret })
  closers.push(() => workbench.close())

  const isEmpty = (await workbench.storage.people.count()) === 0
  if (isEmpty && database) {
    say('Filling the empty desk with demo articles and a glossary …')
    const filling = firstFilling(workbench.storage.reader)
    await filling.begin()
    await seedDemo(workbench)
    await filling.finish()
  }
  if (database)
    closers.push(
      keepRunning(database, (error) => {
        logger.error({ err: error as Error }, 'the database could not be started again')
      }),
    )
  const jobs = [
    startRechecking(workbench),
    startRemembering(workbench),
    startSweeping(workbench),
    startPublishing(workbench),
    startLearning(workbench),
    startMeasuring(workbench),
  ]
  for (const job of jobs) closers.push(() => job.stop())
  const address = await listen(workbench, config)
  const mail = config.mail && createMail(config.mail)
  const post = mail && {
    compose: composeLetter(config.publicUrl ?? address),
    send: (letter: Letter) => mail.send(letter),
  }
  const telling = startTelling(workbench, post)
  closers.push(() => mail?.close())
  closers.push(() => telling.stop())
  database?.announce(address)
  announce(address, config, isEmpty)
}

/** The embedded server, for this process alone: a second one in the same folder is told where the first is. */
async function startDatabase(config: Config) {
  const folder = config.dataFolder ?? path.join(projectRoot, '.tukham')
  const lock = await lockInstance(folder)
  closers.push(() => {
    lock.release()
  })
  const steps = {
    unpacking: 'Database: unpacking PostgreSQL …',
    initialising: 'Database: making a new data folder …',
    starting: 'Database: starting …',
    reusing: 'Database: running already, using it',
    recovering: 'Database: recovering …',
  } as const
  const starting = startEmbedded(folder, { onProgress: (step) => say(steps[step]) })
  // Known before it runs: a start that is interrupted is waited for, and then ended.
  closers.push(async () => (await starting.catch(() => undefined))?.stop())
  const server = await starting
  return { ...server, announce: (address: string) => lock.announce(address) }
}

/** Migrates, checks that the server keeps what it is given, and fetches the secret that signs sessions. */
async function prepareDatabase(url: string, isEmbedded: boolean): Promise<string> {
  const knex = connect(url, { max: 1 })
  try {
    if (isEmbedded && (await firstFilling(knex).clearHalfDone()))
      say('Database: the first filling was interrupted, beginning again')
    const applied = await migrate(knex)
    if (applied.length > 0) say(`Database: ${applied.length} migrations applied`)
    for (const warning of await assertDurable(knex)) say(`Database: ${warning}`)
    return await sessionSecret(knex)
  } finally {
    await knex.destroy()
  }
}

function listen(workbench: Workbench, { port, host }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createApp(workbench).listen(port, host)
    server.headersTimeout = 10_000
    server.requestTimeout = 60_000
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken: choose another with PORT.`) : error,
      )
    })
    server.on('listening', () => {
      closers.push(() => drain(server))
      // Ended before the rest is waited for, since none of them would end by itself.
      closers.push(() => workbench.live.close())
      const { port: actual } = server.address() as AddressInfo
      resolve(`http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${actual}`)
    })
  })
}

/** Lets running requests finish, for ten seconds at most. */
function drain(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      done()
    })
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
    }, 10_000).unref()
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

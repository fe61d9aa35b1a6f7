import pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createEngine } from './jobs/engine-pool.ts'
import { connect } from './storage/database.ts'
import { createLive } from './storage/live.ts'
import { createStorage } from './storage/storage.ts'
import { createAnalyzer } from './workflows/analyzer.ts'
import { createRechecks } from './workflows/rechecks.ts'

export interface WorkbenchParts {
  readonly config: Config
  readonly databaseUrl: string
  readonly logger: Logger
  /** Signs session cookies. */
  readonly sessionSecret: string
  readonly clock?: () => Date
}

/** Everything that workflows and pages work with, built once. */
export function createWorkbench({
  config,
  databaseUrl,
  logger,
  sessionSecret,
  clock = () => new Date(),
}: WorkbenchParts) {
  const knex = connect(databaseUrl)
  const storage = createStorage(knex)
  const sessionPool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 2_000 })
  // An idle connection that breaks would otherwise end the process; the next query opens a new one.
  sessionPool.on('error', (error) =>
    logger.warn({ code: (error as { code?: string }).code }, 'database connection lost'),
  )
  const live = createLive({
    connectionString: databaseUrl,
    knex,
    onLost: (error) =>
      logger.warn(
        { code: (error as { code?: string } | null)?.code },
        'not listening to the database; trying again',
      ),
  })
  const engine = createEngine()
  const analyzer = createAnalyzer({
    storage,
    compile: engine.compile,
    onFailure: (err) =>
      logger.warn({ err: err as Error }, 'compiling the glossary failed; it will be tried again'),
  })
  const rechecks = createRechecks({
    storage,
    analyzer,
    onFailure: (err) =>
      logger.warn({ err: err as Error }, 'checking a draft after a save failed; it will be tried again'),
  })
  return {
    config,
    logger,
    clock,
    storage,
    live,
    sessionPool,
    sessionSecret,
    engine,
    analyzer,
    rechecks,
    async close() {
      await rechecks.idle()
      await live.close()
      await engine.close()
      await sessionPool.end()
      await knex.destroy()
    },
  }
}

export type Workbench = ReturnType<typeof createWorkbench>

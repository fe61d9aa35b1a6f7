import pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createEngine } from './jobs/engine-pool.ts'
import { connect } from './storage/database.ts'
import { createStorage } from './storage/storage.ts'
import { createAnalyzer } from './workflows/analyzer.ts'

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
  const engine = createEngine()
  return {
    config,
    logger,
    clock,
    storage,
    sessionPool,
    sessionSecret,
    engine,
    analyzer: createAnalyzer({
      storage,
      compile: engine.compile,
      onFailure: (err) =>
        logger.warn({ err: err as Error }, 'compiling the glossary failed; it will be tried again'),
    }),
    async close() {
      await engine.close()
      await sessionPool.end()
      await knex.destroy()
    },
  }
}

export type Workbench = ReturnType<typeof createWorkbench>

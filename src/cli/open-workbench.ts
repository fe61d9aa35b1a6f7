import path from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { projectRoot } from '../project-root.ts'
import { connect, migrate } from '../storage/database.ts'
import { startEmbedded } from '../storage/embedded-postgres.ts'
import { sessionSecret } from '../storage/settings.ts'
import { createWorkbench, type Workbench } from '../workbench.ts'

/**
 * A workbench for one command: on DATABASE_URL, else on the embedded server, which is started for the command when no desk is running
 * here. Close it when done.
 */
export async function openWorkbench(): Promise<Workbench> {
  const config = readConfig()
  const embedded =
    config.databaseUrl === null
      ? await startEmbedded(config.dataFolder ?? path.join(projectRoot, '.tukham'))
      : null
  const databaseUrl = config.databaseUrl ?? embedded?.url
  if (databaseUrl === undefined) throw new Error('no database')
  const knex = connect(databaseUrl, { max: 1 })
  await migrate(knex)
  const secret = await sessionSecret(knex)
  await knex.destroy()
  const workbench = createWorkbench({
    config,
    databaseUrl,
    logger: createLogger('warn', pino.destination(2)),
    sessionSecret: secret,
  })
  if (!embedded || embedded.reused) return workbench
  const close = async () => {
    await workbench.close()
    await embedded.stop()
  }
  return { ...workbench, close }
}

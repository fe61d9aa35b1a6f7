import { createCluster } from './postgres-cluster.ts'
import { serverAccount, serverHome } from './server-account.ts'
import { serverPrograms } from './server-programs.ts'

export type EmbeddedStep = 'unpacking' | 'initialising' | 'starting' | 'reusing' | 'recovering'

export interface EmbeddedOptions {
  /** Settings for the server's command line, such as `-c max_connections=60`. */
  readonly flags?: readonly string[]
  readonly onProgress?: (step: EmbeddedStep) => void
}

export interface EmbeddedPostgres {
  readonly url: string
  /** True when a server was found running on the data: one that a killed process left, or one that another process uses. */
  readonly reused: boolean
  /** Starts the server again, at the same port, if it is gone. May be called at any time and by several at once. */
  ensureRunning(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server of our own on 127.0.0.1, with its data in `<base>/postgres`, or joins the one that runs
 * there. The server outlives a process that is killed, and the next start finds it.
 * Throws EmbeddedUnavailable, which says what to do instead, where the system cannot run it.
 */
export async function startEmbedded(base: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const { flags = [], onProgress = () => undefined } = options
  const account = serverAccount()
  const home = serverHome(base, account)
  const programs = serverPrograms(home, account, () => {
    onProgress('unpacking')
  })
  const cluster = createCluster(home, account, programs, flags)
  if (!cluster.isInitialised()) {
    onProgress('initialising')
    await cluster.initialise()
  }
  const reused = await cluster.isServing()
  if (reused) {
    onProgress('reusing')
  } else {
    onProgress(cluster.wasLeftRunning() ? 'recovering' : 'starting')
    await cluster.start()
  }

  const url = cluster.url()
  const port = cluster.port()
  let stopped = false
  let restart: Promise<void> | undefined
  const restartIfGone = async () => {
    if (stopped || (await cluster.isServing())) return
    onProgress('recovering')
    await cluster.start(port)
  }
  return {
    url,
    reused,
    ensureRunning: () =>
      (restart ??= restartIfGone().finally(() => {
        restart = undefined
      })),
    async stop() {
      stopped = true
      await restart?.catch(() => undefined)
      await cluster.stop()
    },
  }
}

/** Looks after the server once a second, until the returned function is called. */
export function keepRunning(server: EmbeddedPostgres, onFailure: (error: unknown) => void): () => void {
  const timer = setInterval(() => void server.ensureRunning().catch(onFailure), 1000).unref()
  return () => {
    clearInterval(timer)
  }
}

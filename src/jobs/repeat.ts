import type { Workbench } from '../workbench.ts'

interface Job {
  /** For the log when a round fails: "publishing what is due". */
  readonly name: string
  /** One round; a long one asks between two pieces of work whether it is still wanted. */
  round(isWanted: () => boolean): Promise<unknown>
  /** Milliseconds from the end of a round to the next. */
  pause(): number
}

/** Runs a job at once and then again and again. A round that fails is told of and tried again; stopping waits for the one that runs. */
export function repeat({ logger }: Pick<Workbench, 'logger'>, job: Job) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const once = async () => {
    try {
      await job.round(() => !stopped)
    } catch (error) {
      logger.warn({ err: error as Error }, `${job.name} failed; it will be tried again`)
    }
    if (!stopped) timer = setTimeout(() => (running = once()), job.pause())
  }
  let running = once()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

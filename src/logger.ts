import { pino, type DestinationStream, type Logger } from 'pino'
import type { Config } from './config.ts'

/** JSON lines on standard output, or where told. An error keeps what says where it arose, and loses what may quote a text. */
export const createLogger = (level: Config['logLevel'], destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: withoutData } }, destination)

/** PostgreSQL quotes the failing row in an error's `detail`, and its context in others. */
const withoutData = (error: unknown) => {
  if (!(error instanceof Error)) return error
  const { name, message, stack } = error
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  return { type: name, message, stack, code, table, constraint }
}

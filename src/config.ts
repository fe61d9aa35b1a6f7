import { z } from 'zod'

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TUKHAM_DATA: z.string().min(1).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().min(3).optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).default(0),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'needed where SMTP_URL is set',
  })

/** Everything the environment may say about this process; README's table explains each line. */
export interface Config {
  readonly port: number
  readonly host: string
  /** A PostgreSQL server; null means the embedded one. */
  readonly databaseUrl: string | null
  /** The address that readers use, without a trailing slash; null means the one the process listens on. */
  readonly publicUrl: string | null
  /** Where the embedded database keeps its data; null means `.tukham` in the project. */
  readonly dataFolder: string | null
  /** The server that takes letters, and who they are from; null means that none are sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** How many proxies stand in front, whose X-Forwarded-For may be believed. */
  readonly trustedProxies: number
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL']
}

/** Reads the environment once. Throws an Error whose message names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is not right:\n${lines.join('\n')}`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataFolder: data.TUKHAM_DATA ?? null,
    mail: data.SMTP_URL ? { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM ?? '' } : null,
    trustedProxies: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
  }
}

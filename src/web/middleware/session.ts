import { randomBytes } from 'node:crypto'
import connectPgSimple from 'connect-pg-simple'
import session from 'express-session'
import type { RequestHandler } from 'express'
import type { Workbench } from '../../workbench.ts'
import type { Notice } from '../response.ts'

declare module 'express-session' {
  interface SessionData {
    personId: number
    signedInAt: number
    notice: Notice
  }
}

const idle = 12 * 60 * 60 * 1000
/** However busy, a session ends after this long; a working week of one sign-in a day. */
export const longestSession = 24 * 60 * 60 * 1000

export const sessionCookie = 'tukham.sid'

/** Sessions in PostgreSQL. The cookie's secret guards nothing that the id's 192 random bits do not, so it need not outlive the process. */
export function createSessions({ config, sessionPool, sessionSecret }: Workbench): RequestHandler {
  const Store = connectPgSimple(session)
  return session({
    store: new Store({
      pool: sessionPool,
      tableName: 'sessions',
      pruneSessionInterval: 15 * 60,
      errorLog: () => undefined,
    }),
    name: sessionCookie,
    secret: sessionSecret,
    genid: () => randomBytes(24).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      maxAge: idle,
      secure: config.publicUrl?.startsWith('https:') ? true : 'auto',
      path: '/',
    },
  })
}

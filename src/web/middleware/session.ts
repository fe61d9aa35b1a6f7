import { randomBytes } from 'node:crypto'
import connectPgSimple from 'connect-pg-simple'
import session, { type SessionData } from 'express-session'
import type { Request, RequestHandler } from 'express'
import type { Workbench } from '../../workbench.ts'
import { createWeightedCache } from '../../workflows/weighted-cache.ts'
import type { Notice } from '../response.ts'

declare module 'express-session' {
  interface SessionData {
    personId: number
    signedInAt: number
    notice: Notice
  }
}

const idle = 12 * 60 * 60 * 1000
const touchEvery = 5 * 60 * 1000
/** However busy, a session ends after this long: one sign-in a day. */
export const longestSession = 24 * 60 * 60 * 1000

export const sessionCookie = 'tukham.sid'

/** Sessions in PostgreSQL, where they can be counted and ended. */
export function createSessions({ config, sessionPool, sessionSecret }: Workbench): RequestHandler {
  return session({
    store: new Sessions(sessionPool),
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

/**
 * A session that has ended stays ended. The store that this one extends inserts what it is given, so a request that was under way
 * would bring back a session that a sign-out, a new password or an administrator ended meanwhile.
 */
class Sessions extends connectPgSimple(session) {
  private readonly pool: Workbench['sessionPool']
  private readonly stored = new WeakSet<object>()
  private readonly touched = createWeightedCache<number>(10_000)

  constructor(pool: Workbench['sessionPool']) {
    super({ pool, tableName: 'sessions', pruneSessionInterval: 15 * 60, errorLog: () => undefined })
    this.pool = pool
  }

  override createSession(request: Request, data: SessionData) {
    const loaded = super.createSession(request, data)
    this.stored.add(loaded)
    return loaded
  }

  /** Every request puts a session's end off; written down, it is once in some minutes. */
  override touch(id: string, data: SessionData, done: () => void = () => undefined) {
    const now = Date.now()
    if (now - (this.touched.get(id) ?? 0) < touchEvery) {
      done()
      return
    }
    this.touched.set(id, now, 1)
    super.touch(id, data, done)
  }

  override set(id: string, data: SessionData, done: (error?: unknown) => void = () => undefined) {
    if (!this.stored.has(data)) {
      super.set(id, data, done)
      return
    }
    this.pool
      .query('update sessions set sess = $2, expire = $3 where sid = $1', [
        id,
        data,
        new Date(Date.now() + idle),
      ])
      .then(() => {
        done()
      }, done)
  }
}

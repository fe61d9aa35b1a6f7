import path from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { DomainError, Invalid } from '../domain/errors.ts'
import { projectRoot } from '../project-root.ts'
import type { Workbench } from '../workbench.ts'
import { isDatabaseGone, statusOf } from './errors.ts'
import { invalidCsrfTokenError } from './middleware/csrf.ts'
import { wordsFor } from './middleware/locale.ts'
import { requestId, requestLog } from './middleware/request-log.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { createSessions } from './middleware/session.ts'
import { renderPage } from './render.ts'
import { createPublicRouter, createRouter, frameOf } from './router.ts'
import { deskActions, publicActions } from './routes.ts'

/** A page is made anew for each request: compressing it as hard as a file that is sent once would cost more than making it. */
const fastCompression = compression({
  level: constants.Z_BEST_SPEED,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
})

/** The whole web side: middleware in order, then routes, then errors. */
export function createApp(workbench: Workbench): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', workbench.config.trustedProxies)
  app.set('query parser', 'simple')
  app.use(requestLog(workbench.logger))
  app.use(securityHeaders)
  app.use(
    '/assets',
    compression(),
    express.static(path.join(projectRoot, 'dist', 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
    (_request, response) => void response.status(404).type('text').send('Not found'),
  )
  app.use(fastCompression)
  app.use(createPublicRouter(workbench, publicActions))
  app.use(createRouter(workbench, deskActions, createSessions(workbench)))
  app.use(failure(workbench))
  return app
}

/** Turns every error into one page or one JSON answer, in the person's language, with the request's id and nothing internal. */
function failure(workbench: Workbench): ErrorRequestHandler {
  return async (error: unknown, request, response, _next) => {
    const about = { err: error as Error, requestId: requestId(request) }
    if (response.headersSent) {
      // The session could not be written after the answer was; or the answer itself broke off, and must not look whole.
      workbench.logger.warn(about, 'failed after the answer')
      if (!response.writableEnded) response.destroy()
      return
    }
    const told = tell(error)
    if (told.status === 503) {
      workbench.logger.warn(about, 'database unavailable')
      response.set('Retry-After', '5')
    } else if (told.status >= 500) workbench.logger.error(about, 'request failed')
    response.status(told.status).set('Cache-Control', 'no-store')
    const actor = request.actor ?? null
    const words = wordsFor(request, actor)
    const problems = told.problems.map((problem) => ({
      field: problem.field,
      message: words.problemText(problem),
    }))
    const message = words.t(`errors.${told.code}.body`, told.values)
    if (request.get('accept')?.startsWith('application/json')) {
      response.json({
        code: told.code,
        message,
        problems,
        current: told.current,
        requestId: requestId(request),
      })
      return
    }
    const frame = frameOf(told.status === 503 ? withoutSession(request) : request, { actor, words })
    const model = {
      title: words.t(`errors.${told.code}.title`),
      message,
      problems,
      requestId: requestId(request),
      typed: typedIn(request.body),
    }
    response.type('html').send(await renderPage('errors/failure', model, frame))
  }
}

/** What somebody had written in a form that was refused: it goes back to them, to be copied. */
function typedIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return []
  const fields = new Map(Object.entries(body))
  return ['text', 'body', 'note', 'reason']
    .map((name): unknown => fields.get(name))
    .filter((value) => typeof value === 'string')
    .filter((value) => value.trim() !== '')
}

interface Told {
  readonly status: number
  /** A key below `errors.`. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly problems: Invalid['problems']
  readonly current?: Readonly<Record<string, string | number | null>>
}

function tell(error: unknown): Told {
  const plain = { values: {}, problems: [] }
  if (error instanceof Invalid)
    return { ...plain, status: statusOf.invalid, code: error.key, problems: error.problems }
  if (error instanceof DomainError)
    return {
      ...plain,
      status: statusOf[error.kind],
      code: error.key,
      values: error.values,
      ...('current' in error ? { current: error.current as NonNullable<Told['current']> } : {}),
    }
  if (error === invalidCsrfTokenError) return { ...plain, status: 403, code: 'form-expired' }
  if (isDatabaseGone(error)) return { ...plain, status: 503, code: 'unavailable' }
  const status = (error as { status?: unknown } | null)?.status
  if (status === 413) return { ...plain, status: 413, code: 'too-large' }
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { ...plain, status, code: 'bad-request' }
  return { ...plain, status: 500, code: 'failure' }
}

/** With the database gone the session cannot be read; a page about it needs none. */
const withoutSession = <Request extends object>(request: Request): Request =>
  Object.assign(Object.create(request) as Request, { session: undefined })

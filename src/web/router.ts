import { Router, type Request, type RequestHandler, type Response as HttpResponse } from 'express'
import type { z } from 'zod'
import { Forbidden, Invalid, NotFound, type Problem } from '../domain/errors.ts'
import { can, type Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'
import type { Action, Context } from './action.ts'
import { createEventStream, streamHeaders } from './event-stream.ts'
import { readBody } from './middleware/body.ts'
import { checkCsrf, csrfToken } from './middleware/csrf.ts'
import { isInterfaceLocale, localeCookie, wordsFor } from './middleware/locale.ts'
import { longestSession, sessionCookie } from './middleware/session.ts'
import { paths, safeNext } from './paths.ts'
import { renderFragment, renderPage, type Frame } from './render.ts'
import type { Response } from './response.ts'

type AnyContext = Context<unknown, unknown, unknown, Actor | null>

/** Builds the router for actions that know who asks: session, body, CSRF, permission, input, answer, in that order. */
export function createRouter(
  workbench: Workbench,
  actions: readonly Action[],
  sessions: RequestHandler,
): Router {
  const router = Router()
  for (const action of actions) {
    const chain: RequestHandler[] = [sessions, identify(workbench)]
    if (action.method === 'post') {
      // A form of ordinary size is read before anything is refused, so that the refusal can give back what was typed.
      if (action.body) chain.push(refuseEarly(workbench, action))
      chain.push(readBody(action.body ?? 'form'), checkCsrf)
    }
    router[action.method](action.path, ...chain, run(workbench, action))
  }
  // Somebody signed in keeps their frame around "no such page".
  router.use(sessions, identify(workbench), () => {
    throw new NotFound('page-not-found')
  })
  return router
}

/** Builds the router for pages that look the same to everybody: no session is read or made, so they may be cached. */
export function createPublicRouter(workbench: Workbench, actions: readonly Action[]): Router {
  const router = Router()
  for (const action of actions) {
    if (action.method !== 'get')
      throw new Error(`${action.path}: without a session there is no token to check`)
    router.get(action.path, run(workbench, action))
  }
  return router
}

declare module 'express-serve-static-core' {
  interface Request {
    actor?: Actor
  }
}

/** Finds out who asks. A disabled person, or a session past its longest life, is a visitor. */
const identify =
  (workbench: Workbench): RequestHandler =>
  async (request, _response, next) => {
    const { personId, signedInAt } = request.session
    if (personId !== undefined && workbench.clock().getTime() - (signedInAt ?? 0) < longestSession) {
      const person = await workbench.storage.people.find(personId)
      if (person && !person.disabled) request.actor = person
    }
    next()
  }

/** Nobody's long body is read who may not send it. */
const refuseEarly =
  (workbench: Workbench, action: Action): RequestHandler =>
  (request, response, next) => {
    const { actor } = request
    if (action.who === 'anyone' || (actor && can(actor, action.who))) next()
    else return run(workbench, action)(request, response, next)
  }

const run =
  (workbench: Workbench, action: Action): RequestHandler =>
  async (request, response) => {
    const context = contextOf(workbench, request, response)
    const answer = await answerTo(action, context, request)
    await write(answer, context, request, response)
  }

async function answerTo(action: Action, context: AnyContext, request: Request): Promise<Response> {
  const { actor } = context
  if (action.who !== 'anyone') {
    if (!actor) {
      if (context.wantsJson) return { kind: 'json', status: 401, body: { code: 'signed-out' } }
      const next = request.method === 'GET' ? request.originalUrl : undefined
      return { kind: 'redirect', to: paths.signIn(next ? { next } : {}) }
    }
    if (!can(actor, action.who)) throw new Forbidden('forbidden')
  }
  const params = parse(action.params, request.params)
  // An address with a malformed id names nothing.
  if (!params.ok) throw new NotFound('page-not-found')
  const query = parse(action.query, request.query)
  if (!query.ok) throw new NotFound('page-not-found')
  const form = request.bodyProblems?.length
    ? { ok: false as const, problems: [...request.bodyProblems] }
    : parse(action.form, request.body as unknown)
  const known = { ...context, params: params.value, query: query.value }
  const handler = action as unknown as {
    handle(context: AnyContext): Promise<Response>
    invalid?(context: AnyContext, problems: readonly Problem[]): Promise<Response>
  }
  const again = { ...known, form: (request.body ?? {}) as unknown }
  if (!form.ok) {
    if (handler.invalid && !context.wantsJson) return handler.invalid(again, form.problems)
    throw new Invalid(form.problems)
  }
  try {
    return await handler.handle({ ...known, form: form.value })
  } catch (error) {
    if (error instanceof Invalid && handler.invalid && !context.wantsJson)
      return handler.invalid(again, error.problems)
    throw error
  }
}

type ParseResult = { ok: true; value: unknown } | { ok: false; problems: Problem[] }

function parse(schema: z.ZodType | undefined, value: unknown): ParseResult {
  if (!schema) return { ok: true, value: {} }
  const result = schema.safeParse(value ?? {})
  if (result.success) return { ok: true, value: result.data }
  const problems = result.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    key: /^[a-z-]+$/.test(issue.message) ? issue.message : 'not-understood',
  }))
  return { ok: false, problems }
}

function contextOf(workbench: Workbench, request: Request, response: HttpResponse): AnyContext {
  const actor = request.actor ?? null
  return {
    workbench,
    actor,
    words: wordsFor(request, actor),
    params: {},
    query: {},
    form: {},
    files: request.files ?? [],
    wantsJson: request.get('accept')?.startsWith('application/json') ?? false,
    streamFrom: streamFrom(request),
    ip: request.ip ?? '',
    session: {
      id: (request as { sessionID?: string }).sessionID ?? '',
      start: (personId) =>
        new Promise((resolve, reject) => {
          request.session.regenerate((error: Error | undefined) => {
            if (error) return reject(error)
            request.session.personId = personId
            request.session.signedInAt = workbench.clock().getTime()
            // Now, or two pages opened at once would each make one, and the forms of the first would be refused.
            csrfToken(request)
            resolve()
          })
        }),
      end: () =>
        new Promise((resolve, reject) => {
          request.session.destroy((error: Error | undefined) => {
            if (error) return reject(error)
            response.clearCookie(sessionCookie)
            resolve()
          })
        }),
    },
    setLocaleCookie(locale) {
      if (isInterfaceLocale(locale))
        response.cookie(localeCookie, locale, {
          maxAge: 365 * 24 * 3600 * 1000,
          sameSite: 'lax',
          httpOnly: true,
          path: '/',
        })
    },
  }
}

function streamFrom(request: Request): AnyContext['streamFrom'] {
  if (!request.get('accept')?.startsWith('text/event-stream')) return null
  const last = request.get('last-event-id') ?? ''
  return { lastEventId: /^\d{1,15}$/.test(last) ? Number(last) : null }
}

/** What the frame shows around a page. The notice of the page before is shown once. */
export function frameOf(request: Request, context: Pick<AnyContext, 'actor' | 'words'>): Frame {
  // A public page has no session at all; a failing one may have lost it.
  const session = (request as { session?: Request['session'] }).session
  const notice = session?.notice ?? null
  if (session?.notice) delete session.notice
  return {
    words: context.words,
    actor: context.actor,
    csrfToken: session ? csrfToken(request) : null,
    path: request.method === 'GET' ? request.originalUrl : cameFrom(request),
    notice,
  }
}

/** A form that leads back to its own page leaves it filtered, and open at the page number, as it was. */
function asItWasShown(to: string, request: Request): string {
  const shown = new URL(request.method === 'POST' ? cameFrom(request) : to, 'http://desk.invalid')
  const next = new URL(to, 'http://desk.invalid')
  if (next.pathname !== shown.pathname || next.search !== '') return to
  return next.pathname + shown.search + next.hash
}

/** The page whose form was sent: what a posted address shows cannot be asked for again. */
function cameFrom(request: Request): string {
  const referrer = request.get('referer') ?? ''
  if (!URL.canParse(referrer)) return paths.home()
  const { host, pathname, search } = new URL(referrer)
  return host === request.get('host') ? safeNext(pathname + search) : paths.home()
}

async function write(
  answer: Response,
  context: AnyContext,
  request: Request,
  response: HttpResponse,
): Promise<void> {
  // Vary and no-store: what somebody signed in sees is nobody else's.
  const hasSession = (request as { session?: unknown }).session !== undefined
  if (hasSession) response.set({ Vary: 'Accept-Language, Cookie, Accept', 'Cache-Control': 'no-store' })
  switch (answer.kind) {
    case 'page':
      response
        .status(answer.status)
        .set(answer.headers ?? {})
        .type('html')
      sendHtml(response, await renderPage(answer.view, answer.model, frameOf(request, context)), hasSession)
      return
    case 'fragment':
      response.status(answer.status).type('html')
      sendHtml(
        response,
        await renderFragment(answer.view, answer.model, frameOf(request, context)),
        hasSession,
      )
      return
    case 'json':
      response.status(answer.status).json(answer.body)
      return
    case 'text':
      response
        .status(answer.status)
        .set(answer.headers ?? {})
        .type(answer.type)
        .send(answer.body)
      return
    case 'stream':
      response.status(200).set(streamHeaders).flushHeaders()
      answer.run(createEventStream(response))
      return
    case 'redirect':
      if (hasSession) {
        if (answer.notice) request.session.notice = answer.notice
        // A browser follows as soon as it has the header, which express-session sends before the session is written.
        if (answer.notice || request.session.personId !== undefined) await saved(request.session)
      }
      response.redirect(303, asItWasShown(answer.to, request))
  }
}

/** What is not to be stored needs no tag to be asked for again with: `send` would look at every character for one. */
function sendHtml(response: HttpResponse, html: string, hasSession: boolean): void {
  if (!hasSession) response.send(html)
  else response.end(Buffer.from(html))
}

const saved = (session: Request['session']) =>
  new Promise<void>((resolve, reject) => {
    session.save((error: Error | undefined) => {
      if (error) reject(error)
      else resolve()
    })
  })

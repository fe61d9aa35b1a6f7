import { randomUUID } from 'node:crypto'
import path from 'node:path'
import connectPgSimple from 'connect-pg-simple'
import compression from 'compression'
import express from 'express'
import session from 'express-session'
import knexFactory from 'knex'
import pg from 'pg'
import { z } from 'zod'
import { can, type Actor } from '../../src/domain/people.ts'
import { wordsOf } from '../../src/i18n.ts'
import { createEngine } from '../../src/jobs/engine-pool.ts'
import { projectRoot } from '../../src/project-root.ts'
import { createStorage } from '../../src/storage/storage.ts'
import { lastEventId } from '../../src/storage/screens/live.ts'
import { filterFields } from '../../src/web/pages/review/review-filter.ts'
import { pageModel } from '../../src/web/pages/review/show.ts'
import type { Workbench } from '../../src/workbench.ts'
import { readModel } from '../../src/web/pages/review/review-model.ts'
import { paths } from '../../src/web/paths.ts'
import { createAnalyzer } from '../../src/workflows/analyzer.ts'

/**
 * The review page as it comes from plain Express, EJS and knex: the desk's own templates and queries, and what anybody would take first
 * for sessions and compression. The texts' analyses are remembered as the desk's are, since no template engine is to be blamed for those.
 */
const query = z.object(filterFields).parse({})

const connection = process.env.DATABASE_URL ?? ''
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1700, String],
])
const types = {
  getTypeParser: (oid: number, format: string) =>
    parsers.get(oid) ?? (pg.types.getTypeParser(oid, format as 'text') as unknown),
}
const knex = knexFactory({ client: 'pg', connection: { connectionString: connection, types } })
const storage = createStorage(knex)
const analyzer = createAnalyzer({ storage, compile: createEngine().compile, onFailure: console.error })

const app = express()
app.set('view engine', 'ejs')
app.set('views', path.join(projectRoot, 'views'))
app.use(compression())
app.use(
  session({
    store: new (connectPgSimple(session))({ conString: connection, tableName: 'sessions' }),
    name: 'tukham.sid',
    secret: process.env.SESSION_SECRET ?? '',
    resave: false,
    saveUninitialized: false,
    rolling: true,
  }),
)
app.get('/drafts/:draftId', async (request, response) => {
  const { personId, csrfToken } = request.session as unknown as { personId: number; csrfToken: string }
  const actor: Actor = await storage.people.get(personId)
  const words = wordsOf(actor.locale)
  const draftId = Number(request.params.draftId)
  const eventId = await lastEventId(knex, draftId)
  const read = await readModel({ storage, analyzer }, words, draftId)
  const shown = await pageModel(
    { workbench: { storage, clock: () => new Date() } as Workbench, actor, words, query },
    { ...read, mayRevise: can(actor, 'segment.revise') },
  )
  const locals = {
    ...words,
    ...shown.model,
    actor,
    csrfToken,
    here: request.originalUrl,
    notice: null,
    paths,
    asset: (name: string) => `/assets/${name}`,
    may: (permission: Parameters<typeof can>[1]) => can(actor, permission),
    eventId,
    stamp: '',
  }
  const render = (view: string, data: object) =>
    new Promise<string>((resolve, reject) => {
      app.render(view, data, (error: Error | null, html: string) => {
        if (error) reject(error)
        else resolve(html)
      })
    })
  let segments = ''
  for (const row of shown.rows)
    segments += await render('review/segment', {
      ...locals,
      ...row,
      row: { ...row.row, operationId: randomUUID() },
    })
  const body = await render('review/show', {
    ...locals,
    segments,
    summaryPart: await render('review/summary', locals),
    blockingPart: await render('review/blocking', locals),
  })
  response.send(await render('layout', { ...locals, body, view: 'review/show' }))
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`ready: http://127.0.0.1:${address.port}`)
})

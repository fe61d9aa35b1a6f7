import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { demoArticles, type DemoArticle } from '../../src/demo/articles.ts'
import { demoPeople } from '../../src/demo/people.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import type { DraftState } from '../../src/domain/article.ts'
import { isBlocking } from '../../src/domain/version.ts'
import { articleList, type ListedDraft } from '../../src/storage/screens/article-list.ts'
import { articlePage, type ArticlePage } from '../../src/storage/screens/article-page.ts'
import { createWorkbench, type Workbench } from '../../src/workbench.ts'
import { freshDatabase } from '../support/database.ts'

let workbench: Workbench
let drafts: readonly ListedDraft[]

beforeAll(async () => {
  const { url } = await freshDatabase()
  workbench = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: url,
    logger: pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
  })
  await seedDemo(workbench)
  const [actor] = await workbench.storage.people.list()
  if (!actor) throw new Error('nobody is at the desk')
  drafts = (await articleList(workbench.storage.reader)({ actor, q: '', page: 1 })).drafts
})
afterAll(() => workbench.close())

const inState = (state: DraftState) => drafts.filter((draft) => draft.state === state)
const one = (state: DraftState): ListedDraft => {
  const [found] = inState(state)
  if (!found) throw new Error(`nothing is ${state}`)
  return found
}
const pageOf = ({ articleId }: ListedDraft): Promise<ArticlePage> =>
  articlePage(workbench.storage.reader)(articleId, 1)

describe('the demo desk', () => {
  test('has every article in the state that it is meant to be in', async () => {
    const states = await Promise.all(
      drafts.map(async (draft) => [(await pageOf(draft)).article.sourceUrl, draft.state] as const),
    )
    const meant = demoArticles.map(({ sourceUrl, state }) => [sourceUrl, state] as const)
    expect(new Map(states)).toEqual(new Map(meant))
    expect(new Set(meant.map(([, state]) => state))).toEqual(
      new Set<DemoArticle['state']>([
        'source-only',
        'imported',
        'in-translation',
        'submitted',
        'returned',
        'approved',
        'published',
        'stale',
      ]),
    )
  })

  test('has its people, each able to do something else', async () => {
    const people = await workbench.storage.people.list()
    expect(people.map(({ email }) => email).sort()).toEqual(demoPeople.map(({ email }) => email).sort())
    expect(new Set(people.flatMap(({ roles }) => roles)).size).toBe(4)
  })

  test('has a glossary of at least 150 concepts', async () => {
    expect((await workbench.storage.glossary.active()).length).toBeGreaterThanOrEqual(150)
  })

  test('has open findings and comments where work is under way', () => {
    for (const state of ['imported', 'in-translation'] as const)
      for (const { findings } of inState(state)) expect(findings).not.toEqual([])
    expect(drafts.filter(({ openComments }) => openComments > 0).length).toBeGreaterThanOrEqual(5)
    const { confirmed, segments } = one('in-translation')
    expect(confirmed).toBeGreaterThan(0)
    expect(confirmed).toBeLessThan(segments)
  })

  test('has nothing serious open where an editor has the word or had it', async () => {
    for (const state of ['submitted', 'returned', 'approved', 'published'] as const) {
      const draftId = one(state).draftId ?? 0
      const found = await workbench.storage.findings.list(draftId)
      expect(found.filter(({ finding, dismissal }) => isBlocking(finding.severity, dismissal))).toEqual([])
    }
    // Notes may stand: they say that something could also be otherwise.
    expect(one('published').findings.filter(({ severity }) => severity !== 'neutral')).toEqual([])
  })

  test('has a version that came back, with what the editor said', async () => {
    const { versions, comments } = await pageOf(one('returned'))
    const article = demoArticles.find(({ state }) => state === 'returned')
    expect(versions).toMatchObject([{ number: 1, state: 'returned', decisionNote: article?.returnNote }])
    expect(comments.map(({ body }) => body).sort()).toEqual(article?.comments?.map(({ body }) => body).sort())
    expect(comments.every(({ segmentId }) => segmentId !== null)).toBe(true)
  })

  test('has a published article that the glossary left behind', async () => {
    const { publications } = await pageOf(one('stale'))
    expect(publications).toMatchObject([{ withdrawnAt: null }])
    expect(one('stale').findings).not.toEqual([])
  })

  test('keeps what the machine wrote', async () => {
    const segments = await workbench.storage.segments.list(one('approved').draftId ?? 0)
    const machine = await Promise.all(segments.map(({ id }) => workbench.storage.segments.machineText(id)))
    expect(segments.some(({ revision }, index) => revision.text !== machine[index])).toBe(true)
    expect(machine.join('')).toContain('คันโถ')
  })

  test('did it all in the week before now, in order', async () => {
    const times = await workbench.storage.reader('events').orderBy('id').pluck<Date[]>('created_at')
    expect(times.map(Number)).toEqual(times.map(Number).sort((a, b) => a - b))
    expect(Math.max(...times.map(Number))).toBeLessThanOrEqual(Date.now())
    expect(Math.min(...times.map(Number))).toBeGreaterThan(Date.now() - 8 * 24 * 3_600_000)
  })
})

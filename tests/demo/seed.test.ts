import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { demoArticles } from '../../src/demo/articles.ts'
import { demoPeople } from '../../src/demo/people.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { isBlocking } from '../../src/domain/version.ts'
import { articleList, type ListedArticle } from '../../src/storage/screens/article-list.ts'
import { createWorkbench, type Workbench } from '../../src/workbench.ts'
import { freshDatabase } from '../support/database.ts'

let workbench: Workbench
let took: number
beforeAll(async () => {
  const { url } = await freshDatabase()
  workbench = createWorkbench({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    databaseUrl: url,
    logger: pino({ level: 'silent' }),
    sessionSecret: 'a secret for tests',
  })
  const start = performance.now()
  await seedDemo(workbench)
  took = performance.now() - start
})
afterAll(() => workbench.close())
test('x', async () => {
  console.log('took', took)
  const { reader } = workbench.storage
  for (const id of await reader('drafts').orderBy('id').pluck<number[]>('id')) {
    const f = await workbench.storage.findings.list(id)
    const a = await reader('articles').join('drafts','drafts.article_id','articles.id').where('drafts.id', id).first('source_url')
    console.log(id, a.source_url, f.map((x) => `${x.finding.check}/${x.finding.severity}`).join(' '))
  }
})

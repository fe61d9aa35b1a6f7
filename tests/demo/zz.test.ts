import { pino } from 'pino'
import { test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { demoArticles } from '../../src/demo/articles.ts'
import { createWorkbench } from '../../src/workbench.ts'
import { freshDatabase } from '../support/database.ts'
import { seedDemo } from '../../src/demo/seed.ts'
test('x', async () => {
  const { url } = await freshDatabase()
  const workbench = createWorkbench({ config: readConfig({ LOG_LEVEL: 'silent' }), databaseUrl: url, logger: pino({ level: 'silent' }), sessionSecret: 's' })
  // make submission impossible to throw: all articles stay in translation with all edits
  const states = demoArticles.map((a) => a.state)
  for (const a of demoArticles as any) if (a.translator || a.state !== 'source-only') { a.was = a.state; a.state = a.translator ? 'in-translation' : a.state }
  const s = performance.now()
  await seedDemo(workbench).catch((e) => console.log(e.message))
  console.log('took', performance.now() - s)
  const { reader } = workbench.storage
  for (const id of await reader('drafts').orderBy('id').pluck<number[]>('id')) {
    const a = await reader('articles').join('drafts','drafts.article_id','articles.id').where('drafts.id', id).first('source_url')
    const art = demoArticles.find((x) => x.sourceUrl === a.source_url) as any
    const segs = new Map((await workbench.storage.segments.list(id)).map((s) => [s.id, s]))
    console.log('=====', art.slug, art.was)
    if (process.env.SHOW === art.slug) for (const s of segs.values()) console.log(JSON.stringify([s.sourceText, s.revision.text, s.targetAfter]))
    for (const f of await workbench.storage.findings.list(id)) {
      const g = segs.get(f.segmentId)!
      const text = f.finding.side === 'target' ? g.revision.text : g.sourceText
      console.log(f.finding.check, f.finding.severity, f.finding.side, JSON.stringify(text.slice(f.finding.span.start, f.finding.span.end)), f.finding.replacement ?? '', JSON.stringify(f.finding.values))
    }
  }
  await workbench.close()
})

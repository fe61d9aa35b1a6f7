import path from 'node:path'
import { Piscina } from 'piscina'
import type { AlignedArticle } from '../domain/align-article.ts'
import type { Reading } from '../formats/format.ts'
import type { GlossaryInput } from '../formats/glossary-file.ts'
import type { ImportedPage } from '../formats/imported-page.ts'
import type { AlignmentModel } from '../engine/alignment/alignment-model.ts'
import type { PortableGlossary } from '../engine/glossary/glossary.ts'
import type { ArticleInput } from '../formats/read-article.ts'
import { projectRoot, runsFromSource } from '../project-root.ts'
import type { CompileTask } from '../workflows/glossaries.ts'
import type { AlignTask, GlossaryPieces, LearnTask } from './engine-worker.ts'

const longestTask = 60_000

/** The engine in worker threads: at most two, started when first needed, ended when idle. */
export function createEngine() {
  const pool = new Piscina({
    filename: runsFromSource
      ? path.join(projectRoot, 'src', 'jobs', 'engine-worker-from-source.mjs')
      : path.join(projectRoot, 'dist', 'jobs', 'engine-worker.js'),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const run = <Result>(
    name: 'read' | 'glossary' | 'compile' | 'align' | 'learn',
    task: unknown,
  ): Promise<Result> => pool.run(task, { name, signal: AbortSignal.timeout(longestTask) }) as Promise<Result>
  return {
    read: (input: ArticleInput) => run<Reading<ImportedPage>>('read', input),
    glossary: (input: GlossaryInput) => run<Reading<GlossaryPieces>>('glossary', input),
    compile: (task: CompileTask) => run<PortableGlossary>('compile', task),
    align: (task: AlignTask) => run<AlignedArticle>('align', task),
    learn: (task: LearnTask) => run<AlignmentModel>('learn', task),
    close: () => pool.destroy(),
  }
}

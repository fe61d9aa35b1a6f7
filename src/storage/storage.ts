import type { Knex } from 'knex'
import { createAlignmentModels } from './repositories/alignment-models.ts'
import { createArticles } from './repositories/articles.ts'
import { createCheckSeverities } from './repositories/check-severities.ts'
import { createComments } from './repositories/comments.ts'
import { createEvents } from './repositories/events.ts'
import { createFindings } from './repositories/findings.ts'
import { createGlossaryImports } from './repositories/glossary-imports.ts'
import { createGlossary } from './repositories/glossary.ts'
import { createImportPreviews } from './repositories/import-previews.ts'
import { createNameDecisions } from './repositories/name-decisions.ts'
import { createOperations } from './repositories/operations.ts'
import { createPeople } from './repositories/people.ts'
import { createSegments } from './repositories/segments.ts'
import { createVersions } from './repositories/versions.ts'

const repositories = (knex: Knex) => ({
  alignmentModels: createAlignmentModels(knex),
  articles: createArticles(knex),
  checkSeverities: createCheckSeverities(knex),
  comments: createComments(knex),
  events: createEvents(knex),
  findings: createFindings(knex),
  glossary: createGlossary(knex),
  glossaryImports: createGlossaryImports(knex),
  importPreviews: createImportPreviews(knex),
  nameDecisions: createNameDecisions(knex),
  operations: createOperations(knex),
  people: createPeople(knex),
  segments: createSegments(knex),
  versions: createVersions(knex),
})

/** The repositories, on the pool or inside one transaction. */
export type Repositories = ReturnType<typeof repositories>

export const createStorage = (knex: Knex) => ({
  ...repositories(knex),
  /** For `storage/screens`: reads shaped for one page. */
  reader: knex,
  /** Does the work in one transaction; only `tx` is in reach inside, so no query can be written beside it. */
  transaction: <Result>(work: (tx: Repositories) => Promise<Result>): Promise<Result> =>
    knex.transaction((trx) => work(repositories(trx))),
})

export type Storage = ReturnType<typeof createStorage>

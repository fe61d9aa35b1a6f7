import type { Knex } from 'knex'
import { createAlignmentModels } from './repositories/alignment-models.ts'
import { createArticles } from './repositories/articles.ts'
import { createAssignments } from './repositories/assignments.ts'
import { createCheckSeverities } from './repositories/check-severities.ts'
import { createComments } from './repositories/comments.ts'
import { createEvents } from './repositories/events.ts'
import { createFindings } from './repositories/findings.ts'
import { createGlossaryImports } from './repositories/glossary-imports.ts'
import { createGlossary } from './repositories/glossary.ts'
import { createImportPreviews } from './repositories/import-previews.ts'
import { createMailChoices } from './repositories/mail-choices.ts'
import { createMeasures } from './repositories/measures.ts'
import { createMemoryRepository } from './repositories/memory.ts'
import { createMarks } from './repositories/marks.ts'
import { createNameDecisions } from './repositories/name-decisions.ts'
import { createNotifications } from './repositories/notifications.ts'
import { createOperations } from './repositories/operations.ts'
import { createPeople } from './repositories/people.ts'
import { createProposals } from './repositories/proposals.ts'
import { createPreferences } from './repositories/preferences.ts'
import { createSegmentDecisions } from './repositories/segment-decisions.ts'
import { createPublishing } from './repositories/publishing.ts'
import { createSegments } from './repositories/segments.ts'
import { createVersions } from './repositories/versions.ts'
import { createVisits } from './repositories/visits.ts'
import { createTeller } from './tell-events.ts'

/** `recorded` gets the ids of events as they are written. */
const repositories = (knex: Knex, recorded: (eventIds: readonly number[]) => void) => ({
  alignmentModels: createAlignmentModels(knex),
  articles: createArticles(knex),
  assignments: createAssignments(knex),
  checkSeverities: createCheckSeverities(knex),
  comments: createComments(knex),
  events: createEvents(knex, recorded),
  findings: createFindings(knex),
  glossary: createGlossary(knex),
  glossaryImports: createGlossaryImports(knex),
  importPreviews: createImportPreviews(knex),
  marks: createMarks(knex),
  mailChoices: createMailChoices(knex),
  measures: createMeasures(knex),
  memory: createMemoryRepository(knex),
  nameDecisions: createNameDecisions(knex),
  notifications: createNotifications(knex),
  operations: createOperations(knex),
  people: createPeople(knex),
  proposals: createProposals(knex),
  preferences: createPreferences(knex),
  segmentDecisions: createSegmentDecisions(knex),
  publishing: createPublishing(knex),
  segments: createSegments(knex, recorded),
  versions: createVersions(knex),
  visits: createVisits(knex),
})

/** The repositories, on the pool or inside one transaction. */
export type Repositories = ReturnType<typeof repositories>

export function createStorage(knex: Knex) {
  const tell = createTeller(knex)
  return {
    ...repositories(knex, tell),
    /** For `storage/screens`: reads shaped for one page. */
    reader: knex,
    /** Does the work in one transaction; only `tx` is in reach inside, so no query can be written beside it. */
    async transaction<Result>(work: (tx: Repositories) => Promise<Result>): Promise<Result> {
      const events: number[] = []
      const result = await knex.transaction((trx) => work(repositories(trx, (ids) => events.push(...ids))))
      tell(events)
      return result
    },
  }
}

export type Storage = ReturnType<typeof createStorage>

import { z } from 'zod'
import type { Problem } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/people.ts'
import { decisionHindrance } from '../../../domain/version.ts'
import { markSeverities, mqmDimensions, mqmTypes, totalPoints } from '../../../domain/mqm.ts'
import { versionPage } from '../../../storage/screens/version-page.ts'
import { machinePassages, versionPassages } from '../../../storage/screens/version-reading.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Decision } from '../../../workflows/version-decision.ts'
import type { Words } from '../../../i18n.ts'
import { page, type Response } from '../../response.ts'
import { verdictWords } from './verdict-words.ts'
import { publicationModel } from './publication-model.ts'
import { presentSegments } from './presenter.ts'

/** How a version is read; forms on its page carry it, so that it stays so. */
export const shownFields = {
  show: z.enum(['changed', 'all']).catch('changed'),
  /** Without a choice: the version before, where that was returned, since what was mended is then what matters. */
  against: z.enum(['machine', 'previous', 'none']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
}
export type Shown = z.output<z.ZodObject<typeof shownFields>>

/** What came back with a decision that could not be taken. */
export interface Attempt {
  readonly typed: Decision
  readonly problems: readonly Problem[]
  /** The version was decided by then. */
  readonly late?: boolean
}

/** The version page, also as the answer to a decision that could not be read. */
export async function shownVersion(
  { storage, clock }: Workbench,
  actor: Actor,
  words: Words,
  versionId: number,
  shown: Shown = { show: 'changed', against: undefined, page: 1 },
  attempt: Attempt = { typed: { note: '', comments: [] }, problems: [] },
): Promise<Response> {
  const found = await versionPage(storage.reader)(versionId)
  const { version, versions, publications } = found
  const previous = versions.find(({ number }) => number < version.number) ?? null
  const wanted = shown.against ?? (previous?.state === 'returned' ? 'previous' : 'machine')
  const against = wanted === 'previous' && !previous ? 'machine' : wanted
  const earlier =
    against === 'none'
      ? null
      : against === 'previous' && previous
        ? await versionPassages(storage.reader, previous.id)
        : await machinePassages(storage.reader, version.draftId)
  const presented = await presentSegments(found, { earlier, page: shown.page, show: shown.show })
  const model = {
    title: words.t('versions.show.title', { number: version.number }),
    wide: true,
    scripts: ['version.js'],
    verdictWords,
    mqmDimensions,
    mqmTypes,
    markSeverities,
    points: totalPoints(found.marks),
    ...found,
    ...presented,
    previous,
    shown: { ...shown, against },
    hindrance: decisionHindrance(
      { state: version.state, submittedBy: version.submitterId },
      actor,
      found.writerIds,
    ),
    publishing: await publicationModel({ storage, clock }, version.draftId),
    live: publications.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    late: attempt.late === true,
    typed: {
      note: attempt.typed.note,
      comments: new Map(attempt.typed.comments.map(({ segmentId, body }) => [segmentId, body])),
    },
    problems: attempt.problems,
  }
  return page('versions/show', model, { status: model.late || attempt.problems.length > 0 ? 422 : 200 })
}

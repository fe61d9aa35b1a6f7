import type { Problem } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/people.ts'
import { decisionHindrance } from '../../../domain/version.ts'
import { versionPage, versionSegments } from '../../../storage/screens/version-page.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Decision } from '../../../workflows/version-decision.ts'
import type { Words } from '../../../i18n.ts'
import { page, type Response } from '../../response.ts'
import { presentSegments } from './presenter.ts'

export interface Shown {
  readonly show: 'changed' | 'all'
  readonly against: 'machine' | 'previous' | 'none'
  readonly page: number
}

/** What came back with a decision that could not be taken. */
export interface Attempt {
  readonly typed: Decision
  readonly problems: readonly Problem[]
  /** The version was decided by then. */
  readonly late?: boolean
}

/** The version page, also as the answer to a decision that could not be read. */
export async function shownVersion(
  { storage }: Workbench,
  actor: Actor,
  words: Words,
  versionId: number,
  shown: Shown = { show: 'changed', against: 'machine', page: 1 },
  attempt: Attempt = { typed: { note: '', comments: [] }, problems: [] },
): Promise<Response> {
  const found = await versionPage(storage.reader)(versionId)
  const { version, versions, publications } = found
  const previous = versions.find(({ number }) => number < version.number) ?? null
  const against = shown.against === 'previous' && !previous ? 'machine' : shown.against
  const earlier =
    against === 'previous' && previous ? await versionSegments(storage.reader)(previous.id) : null
  const presented = await presentSegments(found, { against, earlier, page: shown.page, show: shown.show })
  const model = {
    title: words.t('versions.show.title', { number: version.number }),
    wide: true,
    ...found,
    ...presented,
    previous,
    shown: { ...shown, against },
    hindrance: decisionHindrance(
      { state: version.state, submittedBy: version.submitterId },
      actor,
      found.writerIds,
    ),
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

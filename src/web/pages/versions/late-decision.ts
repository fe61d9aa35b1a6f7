import { Refused } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/people.ts'
import type { Decision } from '../../../workflows/version-decision.ts'
import type { Context } from '../../action.ts'
import type { Response } from '../../response.ts'
import { shownVersion } from './shown-version.ts'

type DecisionContext = Context<{ versionId: number }, unknown, Decision, Actor>

/** A decision on a decided version: shows that one, with what was written for this one, so that it is not lost. Throws every other error again. */
export function lateDecision(error: unknown, context: DecisionContext): Promise<Response> {
  const { workbench, actor, words, params, form, wantsJson } = context
  if (!(error instanceof Refused) || error.key !== 'version-not-submitted' || wantsJson) throw error
  const attempt = { typed: form, problems: [], late: true }
  return shownVersion(workbench, actor, words, params.versionId, undefined, attempt)
}

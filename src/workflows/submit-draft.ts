import { Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { isBlocking, submissionRefusal } from '../domain/version.ts'
import type { Workbench } from '../workbench.ts'
import { recheckDraft, recheckSegments } from './recheck.ts'

/** Makes a numbered version of a draft as it stands, for an editor to decide. Throws Refused when it may not be made now. */
export async function submitDraft(
  workbench: Workbench,
  actor: Actor,
  { draftId, note }: { draftId: number; note: string },
): Promise<{ id: number; number: number }> {
  const outcome = await workbench.storage.transaction(async (tx) => {
    const draft = await tx.articles.lockDraft(draftId)
    await recheckDraft(workbench, tx, draftId)
    const latest = await tx.versions.latest(draftId)
    // Not the latest change: one may have come in since, and the version would claim a check that it never had.
    const { glossary: glossaryChange } = await tx.findings.checked(draftId)
    const findings = await tx.findings.list(draftId)
    const refusal = submissionRefusal({
      segments: (await tx.segments.list(draftId)).length,
      latest: latest?.state ?? null,
      changed: !latest || (await tx.versions.differsFromDraft(latest.id, draftId)),
      glossaryMovedOn: latest !== undefined && latest.glossaryChange < glossaryChange,
      blocking: findings.filter(({ finding, dismissal }) => isBlocking(finding.severity, dismissal)).length,
    })
    // Returned, not thrown: what the check has just found stands, so that the person can be shown it.
    if (refusal) return refusal

    const at = workbench.clock()
    const version = await tx.versions.add({ draftId, submittedBy: actor.id, note, glossaryChange }, at)
    // What was passed on without having been read is known only now.
    await recheckSegments(workbench, tx, draftId, [])
    await tx.events.record(
      {
        type: 'version_submitted',
        by: actor.id,
        articleId: draft.articleId,
        draftId,
        versionId: version.id,
        data: { number: version.number },
      },
      at,
    )
    return version
  })
  if (outcome instanceof Refused) throw outcome
  return outcome
}

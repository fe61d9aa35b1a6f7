import { NotFound } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { assertMayDecide, type Verdict } from '../domain/version.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep } from './version-decision.ts'

/** Accepts one segment of a version, or sends it back with what is to be mended. Saying the same again changes nothing. */
export const decideSegment = (
  workbench: Workbench,
  actor: Actor,
  versionId: number,
  decision: { readonly segmentId: number; readonly verdict: Verdict; readonly note: string },
) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayDecide(version, actor, await tx.versions.writers(versionId))
    const { segmentId, verdict, note } = decision
    if (!(await tx.versions.segmentIds(versionId)).includes(segmentId))
      throw new NotFound('segment-not-found')
    const before = await tx.segmentDecisions.list(versionId)
    const known = before.find((one) => one.segmentId === segmentId)
    // A verdict without a word leaves the word that was said with the same verdict.
    if (known?.verdict === verdict && (note === '' || note === known.note)) return version
    const at = workbench.clock()
    const [decisionId = 0] = await tx.segmentDecisions.add(versionId, [decision], { by: actor.id, at })
    const type = verdict === 'accepted' ? 'segment_accepted' : 'segment_sent_back'
    await recordStep(tx, type, actor, version, at, { decisionId }, segmentId)
    return version
  })

/** Accepts every segment of a version of which nothing was said yet. */
export const acceptRest = (workbench: Workbench, actor: Actor, versionId: number) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayDecide(version, actor, await tx.versions.writers(versionId))
    const said = new Set((await tx.segmentDecisions.list(versionId)).map(({ segmentId }) => segmentId))
    const rest = (await tx.versions.segmentIds(versionId)).filter((id) => !said.has(id))
    if (rest.length === 0) return { count: 0 }
    const at = workbench.clock()
    const decisions = rest.map((segmentId) => ({ segmentId, verdict: 'accepted' as const, note: '' }))
    await tx.segmentDecisions.add(versionId, decisions, { by: actor.id, at })
    await recordStep(tx, 'segments_accepted', actor, version, at, { segments: rest.length })
    return { count: rest.length }
  })

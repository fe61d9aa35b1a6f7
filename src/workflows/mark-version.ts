import { Invalid } from '../domain/errors.ts'
import { locateQuote, type MqmType } from '../domain/mqm.ts'
import type { Actor } from '../domain/people.ts'
import type { Severity } from '../engine/checks/check.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep } from './version-decision.ts'

export interface MarkedFault {
  readonly segmentId: number
  readonly side: 'source' | 'target'
  /** The words that it is about, and which of their places in the text. */
  readonly quote: string
  readonly occurrence: number
  readonly type: MqmType
  readonly severity: Severity
  readonly note: string
}

/** Marks a fault in a text of a version. Throws Invalid when the quoted words do not stand there. */
export const markVersion = (workbench: Workbench, actor: Actor, versionId: number, fault: MarkedFault) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    const texts = await tx.versions.textsOf(versionId, fault.segmentId)
    const span = locateQuote(texts[fault.side], fault.quote, fault.occurrence)
    if (!span) {
      const field = texts[fault.side].includes(fault.quote) ? 'occurrence' : 'quote'
      throw new Invalid([{ field, key: 'not-in-text' }])
    }
    const at = workbench.clock()
    const { segmentId, side, type, severity, note } = fault
    const id = await tx.marks.add(
      { versionId, segmentId, side, ...span, type, severity, note, by: actor.id },
      at,
    )
    await recordStep(tx, 'mark_made', actor, version, at, { markId: id, mqm: type, severity }, segmentId)
    return { id }
  })

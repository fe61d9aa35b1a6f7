import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Takes a concept out of use without forgetting it. Says whether it was in use. */
export const deprecateConcept = (workbench: Workbench, actor: Actor, id: number): Promise<boolean> =>
  setDeprecated(workbench, actor, id, true)

/** Puts a deprecated concept back into use. */
export const restoreConcept = (workbench: Workbench, actor: Actor, id: number): Promise<boolean> =>
  setDeprecated(workbench, actor, id, false)

const setDeprecated = (workbench: Workbench, actor: Actor, id: number, deprecated: boolean) =>
  workbench.storage.transaction(async (tx) => {
    await tx.glossary.lockChanges()
    const before = await tx.glossary.lock(id)
    if (before.deprecated === deprecated) return false
    const at = workbench.clock()
    await tx.glossary.setDeprecated(id, deprecated ? at : null, at)
    const kind = deprecated ? 'deprecated' : 'restored'
    await tx.glossary.recordChanges([{ kind, before, after: { ...before, deprecated } }], actor.id, at)
    await tx.events.record({ type: `concept_${kind}`, by: actor.id, conceptId: id }, at)
    return true
  })

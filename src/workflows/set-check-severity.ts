import { NotFound } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import { checks, draftChecks } from '../engine/checks/catalog.ts'
import type { SeveritySetting } from '../storage/repositories/check-severities.ts'
import type { Workbench } from '../workbench.ts'

/**
 * Says how grave this desk takes a check's findings to be; null gives the check back its own severity. The findings of drafts follow with
 * their next check. Says whether anything changed.
 */
export const setCheckSeverity = (
  workbench: Workbench,
  actor: Actor,
  { checkId, severity: wanted }: { checkId: string; severity: SeveritySetting | null },
): Promise<boolean> =>
  workbench.storage.transaction(async (tx) => {
    const check = [...checks, ...draftChecks].find(({ id }) => id === checkId)
    if (!check) throw new NotFound('check-not-found')
    await tx.checkSeverities.lockChanges()
    const severity = wanted === check.severity ? null : wanted
    const { settings } = await tx.checkSeverities.inForce()
    if ((settings.get(checkId) ?? null) === severity) return false
    const at = workbench.clock()
    await tx.checkSeverities.set(checkId, severity, actor.id, at)
    await tx.events.record(
      { type: 'check_severity_set', by: actor.id, data: { check: checkId, severity } },
      at,
    )
    return true
  })

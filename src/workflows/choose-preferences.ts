import type { KeyChoices } from '../domain/commands.ts'
import type { Actor } from '../domain/people.ts'
import type { Comfort } from '../domain/preferences.ts'
import type { Workbench } from '../workbench.ts'

/** Remembers how somebody wants the desk to look and to be told what to do; what is not given stays. */
export const choosePreferences = (
  workbench: Workbench,
  actor: Actor,
  { comfort, keys }: { comfort?: Partial<Comfort>; keys?: KeyChoices },
): Promise<void> =>
  workbench.storage.transaction(async (tx) => {
    // Two windows of one person may choose at once; neither undoes what the other chose.
    await tx.people.lock(actor.id)
    const { preferences } = await tx.people.get(actor.id)
    await tx.preferences.set(actor.id, {
      comfort: { ...preferences.comfort, ...comfort },
      keys: keys ?? preferences.keys,
    })
  })

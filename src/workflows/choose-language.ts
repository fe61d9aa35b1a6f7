import type { Actor, InterfaceLocale } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Remembers the interface language of an account. */
export const chooseLanguage = (workbench: Workbench, actor: Actor, locale: InterfaceLocale): Promise<void> =>
  workbench.storage.people.setLocale(actor.id, locale)

import { nextLetter, type MailChoice } from '../domain/notification.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

/** Remembers whether, when and of what somebody wants letters. */
export const chooseMail = ({ storage, clock }: Workbench, actor: Actor, choice: MailChoice): Promise<void> =>
  storage.mailChoices.set(actor.id, choice, nextLetter(choice.frequency, clock()))

/** Sends no more letters to whoever got this token in one. */
export const stopMail = ({ storage }: Workbench, token: string): Promise<void> =>
  storage.mailChoices.stop(token)

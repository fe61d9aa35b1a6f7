import { nextLetter, nextTry } from '../domain/notification.ts'
import type { Actor } from '../domain/people.ts'
import type { ClaimedLetter } from '../storage/repositories/mail-choices.ts'
import { notificationsOf, type ListedNotification } from '../storage/screens/notifications.ts'
import type { Workbench } from '../workbench.ts'

export interface Letter {
  /** The same for a letter that is sent again because nobody knows whether it was sent. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Where letters like this one are stopped. */
  readonly unsubscribe: string
}

/** Somebody's news, to be put into words. */
export interface Digest {
  readonly id: string
  readonly person: Actor
  readonly token: string
  readonly notifications: readonly ListedNotification[]
}

/** How a letter comes about and where it goes. */
export interface Post {
  compose(digest: Digest): Letter
  send(letter: Letter): Promise<void>
}

/** A process that has not said after this long that a letter is sent has died over it. */
const patience = 5 * 60 * 1000

/**
 * Sends every letter that is due. Each is claimed in the database first, so that any number of processes send it once; one that cannot be
 * sent is tried again later and holds up no other. Returns how many were sent.
 */
export async function sendDigests(
  workbench: Pick<Workbench, 'storage' | 'clock' | 'logger'>,
  post: Post,
  isWanted: () => boolean = () => true,
): Promise<number> {
  const { storage, clock } = workbench
  await storage.mailChoices.addMissing(clock())
  let sent = 0
  while (isWanted()) {
    const now = clock()
    const letter = await storage.mailChoices.claim(now, new Date(now.getTime() + patience))
    if (!letter) break
    if (await sendOne(workbench, post, letter)) sent++
  }
  return sent
}

async function sendOne(
  { storage, clock, logger }: Pick<Workbench, 'storage' | 'clock' | 'logger'>,
  post: Post,
  { personId, frequency, token, failures, notificationIds }: ClaimedLetter,
): Promise<boolean> {
  try {
    const person = await storage.people.get(personId)
    const notifications = await notificationsOf(storage.reader, personId, notificationIds)
    const id = `${personId}-${notificationIds[0] ?? 0}-${notificationIds.at(-1) ?? 0}`
    await post.send(post.compose({ id, person, token, notifications }))
  } catch (error) {
    logger.warn({ err: error as Error, personId }, 'a letter could not be sent; it will be tried again')
    await storage.mailChoices.failed(personId, failures + 1, nextTry(failures + 1, clock()))
    return false
  }
  await storage.transaction(async (tx) => {
    await tx.notifications.setMailed(notificationIds, clock())
    await tx.mailChoices.sent(personId, nextLetter(frequency, clock()))
  })
  return true
}

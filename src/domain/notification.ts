/** What somebody is told of. Which events lead to which, and to whom, is in the database: `notify_people`. */
export const notificationKinds = [
  'mentioned',
  'commented',
  'resolved',
  'submitted',
  'returned',
  'approved',
  'published',
  'withdrawn',
  'overtaken',
  'assigned',
  'due',
  'overdue',
  'accepted',
  'declined',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

export const mailFrequencies = ['daily', 'hourly', 'off'] as const
export type MailFrequency = (typeof mailFrequencies)[number]

/** Whether and of what somebody wants letters. */
export interface MailChoice {
  readonly frequency: MailFrequency
  /** What no letter is to speak of. */
  readonly muted: readonly NotificationKind[]
}

export const usualMailChoice: MailChoice = { frequency: 'daily', muted: [] }

const hour = 60 * 60 * 1000
/** When the day's letter goes out: seven in the morning in Hà Nội and Bangkok, in UTC. */
const morning = 0

/** The earliest moment for the letter after one that is sent now. */
export function nextLetter(frequency: MailFrequency, now: Date): Date {
  if (frequency !== 'daily') return new Date(now.getTime() + hour)
  const next = new Date(now)
  next.setUTCHours(morning, 0, 0, 0)
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1)
  return next
}

/** When to try again a letter that could not be sent for the `failures`th time in a row: after 1, 2, 4 … minutes, six hours at most. */
export const nextTry = (failures: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(60_000 * 2 ** (failures - 1), 6 * hour))

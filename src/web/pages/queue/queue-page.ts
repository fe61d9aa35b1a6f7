import { deskTimeZone } from '../../../domain/desk-time.ts'
import { z } from 'zod'
import { can, type Actor } from '../../../domain/people.ts'
import { openStates, queueOrders } from '../../../domain/queue.ts'
import { queue } from '../../../storage/screens/queue.ts'
import type { Context } from '../../action.ts'
import { id, typedText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'
import { stateTone } from '../articles/state-tone.ts'
import { timeAgo } from '../articles/time-ago.ts'

/** What cannot be understood is not asked for. */
export const queueQuery = z.object({
  view: z.enum(['mine', 'free', 'all']).catch('mine'),
  state: z.enum(openStates).optional().catch(undefined),
  language: typedText(35).optional().catch(undefined),
  assignee: z
    .union([z.literal('none'), id])
    .optional()
    .catch(undefined),
  due: z.enum(['overdue', 'week', 'none']).optional().catch(undefined),
  risky: z.enum(['yes']).optional().catch(undefined),
  order: z.enum(queueOrders).catch('due'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What waits, for whom and why it should be looked at first. */
export async function queuePage(
  {
    workbench,
    words,
    actor,
  }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words' | 'actor'>,
  query: z.output<typeof queueQuery>,
): Promise<Response> {
  const now = workbench.clock()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: deskTimeZone }).format(now)
  const found = await queue(workbench.storage.reader, {
    ...query,
    risky: query.risky !== undefined,
    actor,
    today,
  })
  const having = (role: string) => found.people.filter(({ roles }) => roles.includes(role))
  return page('queue/show', {
    title: words.t('queue.title'),
    wide: true,
    here: paths.queue(),
    ...found,
    query,
    states: openStates,
    orders: queueOrders,
    translators: having('translator'),
    editors: having('editor'),
    mayAssign: can(actor, 'draft.assign'),
    mayTake: can(actor, 'draft.take') && actor.roles.includes('translator'),
    hasTerms: Object.entries(query).some(
      ([name, value]) => !['view', 'order', 'page'].includes(name) && value !== undefined,
    ),
    address: (changes: Readonly<Record<string, string | number | undefined>>) =>
      paths.queue({ ...query, page: undefined, ...changes }),
    stateTone,
    timeAgo: (then: Date) => timeAgo(words, then, now),
    share: (part: number) => words.percent(part),
  })
}

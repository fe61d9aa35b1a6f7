import { z } from 'zod'
import type { Happening } from '../../../storage/live.ts'
import { eventsSince, isSignedIn, lastEventId } from '../../../storage/screens/live.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import type { EventStream } from '../../event-stream.ts'
import { params } from '../../fields.ts'
import { json, stream } from '../../response.ts'
import { windowId } from './window-id.ts'

const heartbeat = 10_000
/** Then the browser comes back, and is asked again who it is. */
const longestStream = 30 * 60_000
/** Of one person in one process. A browser opens six connections to a server at most, a stream for each page that is looked at. */
const mostStreams = 8
const mostEvents = 500

const streams = new WeakMap<Workbench, Map<number, number>>()

/**
 * What happens on a draft, and who is on it: as a stream of events for a browser that asks for one, else what happened after the
 * event named. `missed` is said when that is too much to tell.
 */
export const watchAction = action({
  method: 'get',
  path: '/drafts/:draftId/live',
  who: 'article.read',
  params: params('draftId'),
  query: z.object({
    since: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
    window: windowId.optional().catch(undefined),
  }),
  async handle({ workbench, actor, session, params: { draftId }, query, streamFrom }) {
    const { storage, live } = workbench
    await storage.articles.draft(draftId)
    const since = streamFrom?.lastEventId ?? query.since ?? (await lastEventId(storage.reader, draftId))
    if (!streamFrom) {
      const events = await eventsSince(storage.reader, draftId, since, mostEvents)
      if (query.window !== undefined) await live.renew(actor.id, query.window)
      return json({
        events,
        missed: events.length === mostEvents,
        last: events.at(-1)?.eventId ?? since,
        people: live.company(draftId),
      })
    }
    const open = streams.get(workbench) ?? new Map<number, number>()
    streams.set(workbench, open)
    const count = open.get(actor.id) ?? 0
    if (count >= mostStreams) return json({ code: 'too-many-streams' }, 429)
    return stream((events) => {
      open.set(actor.id, (open.get(actor.id) ?? 0) + 1)
      events.onEnd(() => open.set(actor.id, (open.get(actor.id) ?? 1) - 1))
      follow(workbench, events, {
        draftId,
        since,
        personId: actor.id,
        sessionId: session.id,
        window: query.window,
      })
    })
  },
})

interface Follower {
  readonly draftId: number
  readonly since: number
  readonly personId: number
  readonly sessionId: string
  readonly window: string | undefined
}

/** Each event once and in order: what was missed is read from the record before what is heard goes on. */
function follow({ storage, live }: Workbench, events: EventStream, follower: Follower): void {
  const { draftId, personId, sessionId, window } = follower
  let last = follower.since
  /** What is heard while the record is read. */
  let waiting: Happening[] | null = null
  const tell = (happening: Happening) => {
    if (happening.eventId <= last) return
    last = happening.eventId
    events.send('happening', happening, last)
  }
  const catchUp = async () => {
    waiting = []
    const missed = await eventsSince(storage.reader, draftId, last, mostEvents)
    if (missed.length === mostEvents) {
      last = await lastEventId(storage.reader, draftId)
      events.send('missed', {}, last)
    }
    for (const happening of [...missed, ...waiting]) tell(happening)
    waiting = null
  }
  let looking = Promise.resolve()
  const lookBack = () => {
    looking = looking.then(catchUp).catch(() => {
      events.end()
    })
  }
  const stop = live.watch({
    draftId,
    happened(happening) {
      if (waiting) waiting.push(happening)
      else tell(happening)
    },
    company(people) {
      events.send('company', { people })
    },
    resumed: lookBack,
    ended() {
      events.end()
    },
  })
  const beat = async () => {
    if (!(await isSignedIn(storage.reader, personId, sessionId))) return events.end()
    events.beat()
    if (window !== undefined) await live.renew(personId, window)
  }
  const beats = setInterval(() => {
    // Without the database nothing can be told to anybody: the stream stays, and the next beat finds out.
    beat().catch(() => undefined)
  }, heartbeat)
  const end = setTimeout(() => {
    events.end()
  }, longestStream)
  events.onEnd(() => {
    stop()
    clearInterval(beats)
    clearTimeout(end)
  })
  events.send('company', { people: live.company(draftId) })
  lookBack()
}

import type { Companion } from './presence.ts'

/** An event of the draft, as the server tells it. */
export interface Happening {
  readonly eventId: number
  readonly segmentId: number | null
  readonly type: string
  readonly by: number | null
  readonly name: string | null
  readonly revisionId: number | null
}

export interface Listener {
  happened(happening: Happening): void
  /** More has happened than is told one by one. */
  missed(): void
  /** Empty when nothing is heard any more: whoever was here may have gone. */
  company(people: readonly Companion[]): void
}

const pollEvery = 10_000
/** Streams that fail so often in a row are not asked for, for a while. */
const failuresBeforePolling = 2
const pollsBeforeStream = 12

/**
 * Hears what happens on the draft from the server's stream of events; where there is no stream, by asking every now and then. Nothing
 * is missed in between: the server is told the last event that was heard. A page that nobody looks at hears nothing, since a
 * browser gives all pages of a desk six connections together, and catches up when it is looked at again.
 */
export function listen(address: string, since: number, windowId: string, listener: Listener): void {
  let last = since
  let stream: EventSource | null = null
  let failures = 0
  let polls = 0
  let timer: number | undefined

  const note = (happening: Happening) => {
    if (happening.eventId <= last) return
    last = happening.eventId
    listener.happened(happening)
  }
  const query = () =>
    `${address}?${new URLSearchParams({ since: String(last), window: windowId }).toString()}`

  const openStream = () => {
    const opened = new EventSource(query())
    stream = opened
    const on = (name: string, hear: (data: unknown, id: string) => void) => {
      opened.addEventListener(name, (event: MessageEvent<string>) => {
        failures = 0
        hear(JSON.parse(event.data), event.lastEventId)
      })
    }
    on('happening', (data) => {
      note(data as Happening)
    })
    on('missed', (_, id) => {
      last = Number(id)
      listener.missed()
    })
    on('company', (data) => {
      listener.company((data as { people: Companion[] }).people)
    })
    opened.addEventListener('error', () => {
      listener.company([])
      failures += 1
      // The browser asks again by itself, unless it was answered with something else than a stream.
      if (failures < failuresBeforePolling && opened.readyState !== EventSource.CLOSED) return
      close()
      polls = 0
      timer = window.setTimeout(poll, failures < failuresBeforePolling ? 1_000 : 0)
    })
  }
  const ask = async () => {
    try {
      const answer = await fetch(query(), { headers: { Accept: 'application/json' }, redirect: 'error' })
      // The session has ended: whoever saves hears of it, and nothing is told to a visitor.
      if (answer.status === 401) return close()
      if (!answer.ok) return
      const told = (await answer.json()) as {
        events: Happening[]
        missed: boolean
        last: number
        people: Companion[]
      }
      for (const happening of told.events) note(happening)
      if (told.missed) listener.missed()
      last = Math.max(last, told.last)
      listener.company(told.people)
    } catch {
      // No connection: asked again later.
      listener.company([])
    }
  }
  const poll = () => {
    void ask().then(() => {
      if (document.visibilityState === 'hidden' || timer === undefined) return
      polls += 1
      timer = window.setTimeout(polls > pollsBeforeStream ? open : poll, pollEvery)
    })
  }
  const close = () => {
    window.clearTimeout(timer)
    timer = undefined
    stream?.close()
    stream = null
  }
  const open = () => {
    close()
    if (document.visibilityState === 'hidden') return
    failures = 0
    openStream()
  }
  document.addEventListener('visibilitychange', open)
  window.addEventListener('online', open)
  window.addEventListener('pagehide', close)
  // A page that comes back from the browser's memory has closed its stream.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) open()
  })
  open()
}

import type { Knex } from 'knex'
import pg from 'pg'
import { createCompany, type Companion, type Whereabouts } from './company.ts'

/** An event of a draft as the trigger on `events` tells it: what happened and where, and none of the text. */
export interface Happening {
  readonly eventId: number
  readonly draftId: number
  readonly segmentId: number | null
  readonly type: string
  readonly by: number | null
  readonly name: string | null
  /** The revision that a save made. */
  readonly revisionId: number | null
}

/** Somebody who wants to hear what happens on one draft. */
export interface Watcher {
  readonly draftId: number
  happened(happening: Happening): void
  company(people: readonly Companion[]): void
  /** Listening has begun, or begun again: something may have happened unheard. */
  resumed(): void
  /** Nothing more will be heard: the program ends. */
  ended(): void
}

type News = (Whereabouts & { isLeaving: boolean }) | null

const firstRetry = 250
const longestRetry = 10_000
const pulse = 20_000
const sweepEvery = 5_000

/** Longer than a window is silent while its stream is open, or while it asks every now and then. */
const patience = 30_000

/**
 * What happens on drafts, heard from the database as it is committed, whichever process did it; and who is where, told to all
 * processes. One connection of its own, opened for the first watcher; when it is lost it is opened again, and whoever
 * watches is told to look for what they missed.
 */
export function createLive({
  connectionString,
  knex,
  onLost,
}: {
  connectionString: string
  knex: Knex
  onLost: (error: unknown) => void
}) {
  const watchers = new Set<Watcher>()
  const company = createCompany(patience)
  let client: pg.Client | null = null
  let isOpening = false
  let hasEnded = false
  let retry = firstRetry
  let retryTimer: NodeJS.Timeout | undefined

  const to = (draftId: number) => [...watchers].filter((watcher) => watcher.draftId === draftId)
  const tellCompany = (drafts: readonly number[]) => {
    for (const draftId of drafts) {
      const people = company.on(draftId)
      for (const watcher of to(draftId)) watcher.company(people)
    }
  }
  const hear = ({ channel, payload = '' }: Pick<pg.Notification, 'channel' | 'payload'>) => {
    if (channel === 'tukham_events') {
      const happening = JSON.parse(payload) as Happening
      for (const watcher of to(happening.draftId)) watcher.happened(happening)
      return
    }
    const news = JSON.parse(payload) as News
    if (news) tellCompany(news.isLeaving ? company.leave(news) : company.note(news, Date.now()))
  }
  const lose = (lost: pg.Client, error: unknown) => {
    if (client === lost) {
      client = null
      onLost(error)
      openLater()
    }
    lost.removeAllListeners('notification')
    lost.end().catch(() => undefined)
  }
  const openLater = () => {
    if (hasEnded) return
    clearTimeout(retryTimer)
    retryTimer = setTimeout(() => void open(), retry).unref()
    retry = Math.min(retry * 2, longestRetry)
  }
  const open = async () => {
    if (client || isOpening || hasEnded) return
    isOpening = true
    const opened = new pg.Client({
      connectionString,
      application_name: 'tukham live',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    // A connection that was lost says so again and again.
    opened.on('error', (error) => {
      lose(opened, error)
    })
    opened.on('end', () => {
      lose(opened, new Error('the connection was closed'))
    })
    opened.on('notification', hear)
    try {
      await opened.connect()
      await opened.query('listen tukham_events')
      await opened.query('listen tukham_presence')
      begin(opened)
    } catch {
      opened.end().catch(() => undefined)
      openLater()
    }
    isOpening = false
  }
  const begin = (opened: pg.Client) => {
    if (hasEnded) {
      opened.end().catch(() => undefined)
      return
    }
    client = opened
    retry = firstRetry
    for (const watcher of watchers) watcher.resumed()
  }
  // A connection may die without a word; one that answers is alive.
  const pulseTimer = setInterval(() => {
    const asked = client
    asked?.query('select 1').catch((error: unknown) => {
      lose(asked, error)
    })
  }, pulse).unref()
  const sweepTimer = setInterval(() => {
    tellCompany(company.sweep(Date.now()))
  }, sweepEvery).unref()

  /** To this process at once, and by the database to the others. */
  const tell = async (news: NonNullable<News>): Promise<void> => {
    hear({ channel: 'tukham_presence', payload: JSON.stringify(news) })
    await knex.raw('select pg_notify(?, ?)', ['tukham_presence', JSON.stringify(news)])
  }

  return {
    /** Returns how to stop. */
    watch(watcher: Watcher): () => void {
      watchers.add(watcher)
      void open()
      return () => {
        watchers.delete(watcher)
      }
    },
    arrive: (where: Whereabouts): Promise<void> => tell({ ...where, isLeaving: false }),
    leave: (where: Whereabouts): Promise<void> => tell({ ...where, isLeaving: true }),
    /** A window whose stream is open is still there, however long nothing is typed in it. */
    async renew(personId: number, windowId: string): Promise<void> {
      const where = company.find(personId, windowId)
      if (where) await tell({ ...where, isLeaving: false })
    },
    company: (draftId: number): Companion[] => company.on(draftId),
    async close(): Promise<void> {
      hasEnded = true
      clearTimeout(retryTimer)
      clearInterval(pulseTimer)
      clearInterval(sweepTimer)
      for (const watcher of [...watchers]) watcher.ended()
      watchers.clear()
      const closing = client
      client = null
      await closing?.end().catch(() => undefined)
    },
  }
}

export type Live = ReturnType<typeof createLive>

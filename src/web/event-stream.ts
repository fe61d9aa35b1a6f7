import type { Response as HttpResponse } from 'express'

/** An answer that goes on: server-sent events (WHATWG HTML, §9.2). */
export interface EventStream {
  /** Events with an id are what a browser that lost the stream names when it comes back. */
  send(event: string, data: unknown, id?: number): void
  /** Shows proxies and both ends that the stream is alive. */
  beat(): void
  end(): void
  /** The stream is over, whoever ended it. */
  onEnd(listener: () => void): void
}

/** Who reads so slowly that this much waits for them is better served by coming back. */
const mostWaiting = 1_000_000

const retryAfter = 2_000

/** Never stored, never compressed: a compressor would hold events back until it has a block of them. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const

export function createEventStream(response: HttpResponse): EventStream {
  const write = (text: string) => {
    if (response.writableEnded || response.destroyed) return
    if (response.writableLength > mostWaiting) response.destroy()
    else response.write(text)
  }
  write(`retry: ${retryAfter}\n\n`)
  return {
    send(event, data, id) {
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    beat() {
      write(': here\n\n')
    },
    end() {
      if (!response.writableEnded) response.end()
    },
    onEnd(listener) {
      response.once('close', listener)
    },
  }
}

import type { EventStream } from './event-stream.ts'

/** What an action answers; the framework writes it. */
export type Response =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly view: string
      readonly model: object
      readonly headers?: Headers
    }
  | { readonly kind: 'fragment'; readonly status: number; readonly view: string; readonly model: object }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice?: Notice }
  | { readonly kind: 'stream'; readonly run: (events: EventStream) => void }
  | {
      readonly kind: 'text'
      readonly status: number
      readonly type: string
      readonly body: string | Uint8Array
      readonly headers?: Headers
    }

export type Headers = Readonly<Record<string, string>>

/** A sentence shown once, on the next page. */
export interface Notice {
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
}

export interface PageOptions {
  readonly status?: number
  readonly headers?: Headers
}

/** A whole page: `views/<view>.ejs` inside the frame. The model is the action's own, never a request's body. */
export const page = (view: string, model: object, { status = 200, headers }: PageOptions = {}): Response => ({
  kind: 'page',
  status,
  view,
  model,
  ...(headers ? { headers } : {}),
})

/** Many of one view, in a model: the view that has them prints them as they are. */
export interface Pieces {
  readonly [areRendered]: 'piecewise'
  readonly view: string
  readonly models: readonly object[]
  /** What all of them are told, when they are kept; null when each is made anew and told all that the page is. */
  readonly keptWith: object | null
}
const areRendered = Symbol('rendered')

/** A list that may be thousands long. It is rendered a few pieces at a time, so that it holds up nobody else's request. */
const pieces = (view: string, models: readonly object[]): Pieces => ({
  [areRendered]: 'piecewise',
  view,
  models,
  keptWith: null,
})

/**
 * Pieces that are kept as they were rendered, under the content of all that they were made from, so that none can be stale. For that the
 * view is told its model, `shared`, and of the frame what follows from language and roles: whatever else it asks for, the page's model,
 * `actor`, `here` or `notice`, it does not find, and fails. The session's token, and a
 * fresh id where the model has `blanks.operationId`, are filled in afterwards.
 */
export const keptPieces = (view: string, models: readonly object[], shared: object): Pieces => ({
  ...pieces(view, models),
  keptWith: shared,
})

export const arePieces = (value: unknown): value is Pieces =>
  typeof value === 'object' && value !== null && areRendered in value

/** A piece of a page, for a script that puts it in place. */
export const fragment = (view: string, model: object, status = 200): Response => ({
  kind: 'fragment',
  status,
  view,
  model,
})

export const json = (body: unknown, status = 200): Response => ({ kind: 'json', status, body })

/** Goes on until it ends itself or the browser leaves. */
export const stream = (run: (events: EventStream) => void): Response => ({ kind: 'stream', run })

/** After a change: see other (303). */
export const redirect = (to: string, notice?: Notice): Response => ({
  kind: 'redirect',
  to,
  ...(notice ? { notice } : {}),
})

export const text = (type: string, body: string | Uint8Array, options: PageOptions = {}): Response => ({
  kind: 'text',
  status: options.status ?? 200,
  type,
  body,
  ...(options.headers ? { headers: options.headers } : {}),
})

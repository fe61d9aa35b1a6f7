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
  | {
      readonly kind: 'text'
      readonly status: number
      readonly type: string
      readonly body: string
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

/** A piece of a page, for a script that puts it in place. */
export const fragment = (view: string, model: object, status = 200): Response => ({
  kind: 'fragment',
  status,
  view,
  model,
})

export const json = (body: unknown, status = 200): Response => ({ kind: 'json', status, body })

/** After a change: see other (303). */
export const redirect = (to: string, notice?: Notice): Response => ({
  kind: 'redirect',
  to,
  ...(notice ? { notice } : {}),
})

export const text = (type: string, body: string, options: PageOptions = {}): Response => ({
  kind: 'text',
  status: options.status ?? 200,
  type,
  body,
  ...(options.headers ? { headers: options.headers } : {}),
})

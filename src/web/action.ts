import type { z } from 'zod'
import type { Actor, Permission } from '../domain/people.ts'
import type { Problem } from '../domain/errors.ts'
import type { Workbench } from '../workbench.ts'
import type { Words } from '../i18n.ts'
import type { Response } from './response.ts'

/** Who may use an action: somebody whose role carries the permission, or anyone, signed in or not. */
export type Access = Permission | 'anyone'

/** How large a request body an action takes. Uploads are multipart, read to memory. */
export type BodySize = 'form' | 'long-form' | 'upload'

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** The parts of a session that pages may use. */
export interface SessionControl {
  readonly id: string
  /** Signs a person in under a new session id. */
  start(personId: number): Promise<void>
  end(): Promise<void>
}

export interface Context<Params, Query, Form, Who> {
  readonly workbench: Workbench
  readonly actor: Who
  readonly words: Words
  readonly params: Params
  readonly query: Query
  readonly form: Form
  readonly files: readonly UploadedFile[]
  /** The request was made by a script that wants data, not a page. */
  readonly wantsJson: boolean
  /** The request asks for a stream of events, after the one it names if it names one; null when it asks for an answer. */
  readonly streamFrom: { readonly lastEventId: number | null } | null
  readonly ip: string
  readonly session: SessionControl
  setLocaleCookie(locale: string): void
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>

interface Spec<Params, Query, Form, Who extends Access, Actors> {
  readonly method: 'get' | 'post'
  /** An Express path: nouns, `/segments/:segmentId/revisions`. */
  readonly path: string
  readonly who: Who
  readonly params?: Params
  readonly query?: Query
  readonly form?: Form
  readonly body?: BodySize
  handle(context: Context<Parsed<Params>, Parsed<Query>, Parsed<Form>, Actors>): Promise<Response> | Response
  /** The page to show again when the form cannot be read; without it the plain "invalid" page. */
  invalid?(
    context: Context<Parsed<Params>, Parsed<Query>, Readonly<Record<string, unknown>>, Actors>,
    problems: readonly Problem[],
  ): Promise<Response> | Response
}

/** An action of any shape, as the router sees it. */
export type Action = Spec<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, Access, never>

/** Declares what somebody signed in can see or do. It does not compile without `who`. */
export const action = <
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Form extends z.ZodType | undefined = undefined,
>(
  spec: Spec<Params, Query, Form, Permission, Actor>,
): Action => spec

/** Declares what anyone can see or do; `actor` is null for a visitor. */
export const openAction = <
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Form extends z.ZodType | undefined = undefined,
>(
  spec: Spec<Params, Query, Form, 'anyone', Actor | null>,
): Action => spec

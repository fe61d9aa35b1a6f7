/** What stands on the server. */
export interface Standing {
  readonly text: string
  readonly revisionId: number
  /** Both null when it is not known, or was the machine. */
  readonly author: string | null
  readonly authorId: number | null
}

/** Every save ends in one of these; only `unknown` may be repeated, and then with the same operation id. */
export type SaveOutcome =
  | { readonly kind: 'ok'; readonly revisionId: number }
  | { readonly kind: 'conflict'; readonly standing: Standing }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unknown' }

const patience = 15_000

export async function postSave(
  form: HTMLFormElement,
  save: { text: string; basedOn: string; operationId: string; confirm: boolean },
): Promise<SaveOutcome> {
  const body = new URLSearchParams({ text: save.text, basedOn: save.basedOn, operationId: save.operationId })
  if (save.confirm) body.set('confirm', 'yes')
  const token = (form.elements.namedItem('_csrf') as HTMLInputElement).value
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-CSRF-Token': token },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const data = (await answer.json()) as {
      revisionId?: number
      message?: string
      code?: string
      current?: Partial<Standing>
    }
    if (answer.ok && typeof data.revisionId === 'number') return { kind: 'ok', revisionId: data.revisionId }
    // A session that has ended takes its token with it.
    if (answer.status === 401 || data.code === 'form-expired') return { kind: 'signed-out' }
    const { text, revisionId, author = null, authorId = null } = data.current ?? {}
    if (answer.status === 409 && text !== undefined && revisionId !== undefined)
      return { kind: 'conflict', standing: { text, revisionId, author, authorId } }
    if (answer.status < 500) return { kind: 'refused', message: data.message ?? '' }
    return { kind: 'unknown' }
  } catch {
    return { kind: 'unknown' }
  }
}

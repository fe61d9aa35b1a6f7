/** Somebody signed in at a program's address, over real connections. */
export interface HttpClient {
  /** Of the session. */
  readonly cookie: string
  get(path: string): Promise<HttpAnswer>
  /** Posts a form with the session's token. `headers` may ask for data. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | URLSearchParams,
    headers?: Readonly<Record<string, string>>,
  ): Promise<HttpAnswer>
}

export interface HttpAnswer {
  readonly status: number
  readonly location: string | null
  readonly body: string
}

export async function signInAt(address: string, email: string, password: string): Promise<HttpClient> {
  let cookie = ''
  let token = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<HttpAnswer> => {
    const headers = { 'Accept-Language': 'en', Cookie: cookie, ...(init.headers as Record<string, string>) }
    const answer = await fetch(address + path, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    })
    const session = answer.headers.getSetCookie().find((line) => line.startsWith('tukham.sid='))
    if (session) cookie = session.split(';')[0] ?? ''
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() }
  }
  const readToken = async (path: string) => {
    token = /name="_csrf" value="([^"]+)"/.exec((await ask(path)).body)?.[1] ?? ''
    if (token === '') throw new Error(`${path} gave no token`)
  }
  const client: HttpClient = {
    get cookie() {
      return cookie
    },
    get: (path) => ask(path),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers, 'X-CSRF-Token': token },
        body: new URLSearchParams(fields),
      }),
  }
  await readToken('/sign-in')
  const answer = await client.post('/sign-in', { email, password })
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
  await readToken('/account')
  return client
}

import type { Request } from 'express'
import { interfaceLocales, type Actor, type InterfaceLocale } from '../../domain/people.ts'
import { wordsOf, type Words } from '../../i18n.ts'

export const localeCookie = 'tukham.lang'

export const isInterfaceLocale = (value: unknown): value is InterfaceLocale =>
  (interfaceLocales as readonly unknown[]).includes(value)

/** The account's language; for a visitor the one remembered, else the one the browser asks for, else English. */
export function wordsFor(request: Request, actor: Actor | null): Words {
  if (actor) return wordsOf(actor.locale)
  const remembered = readCookie(request, localeCookie)
  if (isInterfaceLocale(remembered)) return wordsOf(remembered)
  // Without the header every language is as good as another to `accepts`, and it would take the first.
  const asked = request.get('accept-language') ? request.acceptsLanguages([...interfaceLocales]) : 'en'
  return wordsOf(isInterfaceLocale(asked) ? asked : 'en')
}

function readCookie(request: Request, name: string): string | undefined {
  const found = request.headers.cookie?.split(';').find((pair) => pair.trimStart().startsWith(`${name}=`))
  return found?.slice(found.indexOf('=') + 1).trim()
}

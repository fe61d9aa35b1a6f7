import type { Response } from '../../response.ts'
import { publicDocument, wordsForReaders } from './document.ts'

/** What a reader is told where there is nothing to read. */
export function publicMessage(language: string, what: 'gone' | 'missing', status: number): Promise<Response> {
  const { t, locale } = wordsForReaders(language)
  const model = { title: t(`public.${what}.title`), message: t(`public.${what}.body`) }
  return publicDocument(locale, 'public/message', model, { status, headers: { 'Cache-Control': 'no-cache' } })
}

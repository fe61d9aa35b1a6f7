import { wordsOf, type Words } from '../../../i18n.ts'
import { isInterfaceLocale } from '../../middleware/locale.ts'
import { renderFragment, type Frame } from '../../render.ts'
import { text, type Headers, type Response } from '../../response.ts'

/** A page for readers: in the article's language and nobody's session, so that it is the same for everybody. */
export async function publicDocument(
  language: string,
  view: string,
  model: { readonly title: string } & Readonly<Record<string, unknown>>,
  { status, headers }: { status: number; headers: Headers },
): Promise<Response> {
  const frame = readersFrame(language)
  const all = { ...model, language }
  const body = await renderFragment(view, all, frame)
  const html = await renderFragment('public/layout', { head: null, ...all, body }, frame)
  return text('html', html, { status, headers })
}

/** What a page for readers knows of who asks: nothing. */
export const readersFrame = (language: string): Frame => ({
  words: wordsForReaders(language),
  actor: null,
  csrfToken: null,
  path: '',
  notice: null,
})

/** The desk's words around an article: in its language where the desk speaks it, else in English. */
export function wordsForReaders(language: string): Words {
  const primary = language.toLowerCase().split('-')[0]
  return wordsOf(isInterfaceLocale(primary) ? primary : 'en')
}

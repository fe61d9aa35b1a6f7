import { interfaceLocales } from '../domain/people.ts'
import { wordsOf, type Words } from '../i18n.ts'

/** The words of the language asked for, else of the reader's own computer (which Node takes from LANG), else English. */
export function wordsFor(asked: string | undefined): Words {
  const wanted = asked ?? Intl.DateTimeFormat().resolvedOptions().locale
  const known = interfaceLocales.find((locale) => locale === wanted.toLowerCase().split(/[-_]/)[0])
  if (asked !== undefined && !known)
    throw new Error(`no words in ${asked}; there are ${interfaceLocales.join(', ')}.`)
  return wordsOf(known ?? 'en')
}

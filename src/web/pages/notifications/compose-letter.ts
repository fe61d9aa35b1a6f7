import { wordsOf } from '../../../i18n.ts'
import type { Digest, Letter } from '../../../workflows/send-digests.ts'
import { paths } from '../../paths.ts'
import { told } from './told.ts'

/** Puts somebody's news into a letter, in their language. `address` is the desk's own, without a slash at its end. */
export const composeLetter =
  (address: string) =>
  ({ id, person, token, notifications }: Digest): Letter => {
    const words = wordsOf(person.locale)
    const items = notifications.map((one) => told(one, words))
    const subject = words.t('notifications.letter.subject', { count: items.length })
    const greeting = words.t('notifications.letter.greeting', { person: person.name })
    const stop = words.t('notifications.letter.stop')
    const choose = words.t('notifications.letter.choose')
    const unsubscribe = address + paths.letters(token)
    const choices = `${address}${paths.account()}#mail`
    const text = [
      greeting,
      ...items.map(({ sentence, title, said, place }) =>
        [sentence, `  ${title}`, ...(said ? [`  “${said}”`] : []), `  ${address}${place}`].join('\n'),
      ),
      `-- \n${choose}: ${choices}\n${stop}: ${unsubscribe}`,
    ].join('\n\n')
    const html = `<!doctype html><html lang="${person.locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>
<p>${escape(greeting)}</p>
<ul>${items
      .map(
        ({ sentence, title, titleLanguage, said, place }) =>
          `<li><p>${escape(sentence)}<br><a href="${escape(address + place)}" lang="${escape(titleLanguage)}">${escape(title)}</a></p>${said ? `<blockquote>${escape(said)}</blockquote>` : ''}</li>`,
      )
      .join('\n')}</ul>
<p><a href="${escape(choices)}">${escape(choose)}</a> · <a href="${escape(unsubscribe)}">${escape(stop)}</a></p>
</body></html>`
    return { id, to: { name: person.name, address: person.email }, subject, text, html, unsubscribe }
  }

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

import type { ListedEvent } from '../../../storage/screens/article-page.ts'
import type { Words } from '../../../i18n.ts'

/** What the sentence of an event (`events.<type>`) may speak of. */
export function eventValues({ by, data }: ListedEvent, words: Words): Record<string, string | number> {
  const { check, due, language, mqm, number, reason } = data
  return {
    person: by ?? words.t('events.nobody'),
    count: Number(data.places ?? data.segments ?? data.comments ?? 0),
    number: typeof number === 'number' ? words.number(number) : '',
    reason: typeof reason === 'string' ? reason : '',
    due: typeof due === 'string' ? words.dateTime(new Date(due)) : '',
    check: typeof check === 'string' ? words.t(`checks.${check}.name`) : '',
    fault: typeof mqm === 'string' ? words.t(`mqm.type.${mqm}`) : '',
    language: typeof language === 'string' ? words.languageName(language) : '',
  }
}

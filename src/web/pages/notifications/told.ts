import type { ListedNotification } from '../../../storage/screens/notifications.ts'
import type { Words } from '../../../i18n.ts'
import { paths } from '../../paths.ts'

/** A notification in words, and where it leads. */
export interface Told {
  readonly sentence: string
  readonly title: string
  readonly titleLanguage: string
  readonly said: string | null
  readonly place: string
}

export function told(notification: ListedNotification, words: Words): Told {
  const { kind, by, versionNumber, dueOn, targetTitle, sourceTitle } = notification
  const { targetLanguage, sourceLanguage, said } = notification
  const sentence = words.t(`notifications.told.${kind}`, {
    person: by ?? words.t('events.nobody'),
    number: versionNumber === null ? '' : words.number(versionNumber),
    date: dueOn === null ? '' : words.date(dueOn),
  })
  const [title, titleLanguage] = targetTitle
    ? [targetTitle, targetLanguage]
    : sourceTitle
      ? [sourceTitle, sourceLanguage]
      : [words.t('articles.untitled'), null]
  return {
    sentence,
    title,
    titleLanguage: titleLanguage ?? words.locale,
    said,
    place: placeOf(notification),
  }
}

/** The very place: the segment, the version, the concept; else the draft. */
export function placeOf({
  kind,
  draftId,
  segmentId,
  versionId,
  conceptId,
  articleId,
}: ListedNotification): string {
  if (kind === 'accepted' && conceptId !== null) return paths.concept(conceptId)
  if (kind === 'submitted' && versionId !== null) return paths.version(versionId)
  if (kind === 'approved' && versionId !== null) return paths.version(versionId)
  if (['published', 'withdrawn', 'overtaken'].includes(kind) && articleId !== null)
    return paths.article(articleId)
  if (draftId !== null) return paths.draft(draftId, segmentId ?? undefined)
  return paths.notifications()
}

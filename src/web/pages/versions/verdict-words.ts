import type { Words } from '../../../i18n.ts'
import type { ListedVerdict } from '../../../storage/screens/version-reading.ts'

/** What was said of a segment, and by whom. */
export const verdictWords = (
  { verdict, by, isEarlier, versionNumber }: ListedVerdict,
  { t, number }: Pick<Words, 't' | 'number'>,
): string => {
  const values = { person: by, number: number(versionNumber) }
  if (isEarlier)
    return verdict === 'accepted'
      ? t('versions.verdict.accepted-before', values)
      : t('versions.verdict.sent-back-before', values)
  return verdict === 'accepted'
    ? t('versions.verdict.accepted', values)
    : t('versions.verdict.sent-back', values)
}

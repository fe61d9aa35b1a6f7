import { subjects } from '../../../domain/concept.ts'
import type { Words } from '../../../i18n.ts'

/** What a subject is called. Those that came with a file keep the file's word. */
export const subjectName =
  ({ t }: Words) =>
  (subject: string): string =>
    (subjects as readonly string[]).includes(subject) ? t('glossary.subject.' + subject) : subject

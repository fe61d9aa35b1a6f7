import { z } from 'zod'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { transliterate } from '../../../engine/transliteration/transliterate.ts'
import { action } from '../../action.ts'
import { note } from '../../fields.ts'
import { page } from '../../response.ts'

const kinds = ['unknown', 'person', 'place'] as const
const tag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** How a name is written by the rules, and why, syllable by syllable. */
export const transliterationAction = action({
  method: 'get',
  path: '/glossary/transliteration',
  who: 'glossary.read',
  query: z.object({
    name: note(200).catch(''),
    kind: z.enum(kinds).catch('unknown'),
    from: tag.catch('vi'),
    to: tag.catch('th'),
  }),
  handle: ({ words, query: { name, kind, from, to } }) =>
    page('transliteration/show', {
      title: words.t('transliteration.title'),
      name,
      kind,
      kinds,
      from,
      to,
      answer: name === '' ? null : transliterate(name, kind, languageFor(from).tag, languageFor(to).tag),
    }),
})

import { z } from 'zod'
import { action } from '../../action.ts'
import { typedText } from '../../fields.ts'
import { newConceptPage } from './new-concept-page.ts'

/** The form, filled in with a pair that somebody met in a text. */
export const newConceptAction = action({
  method: 'get',
  path: '/glossary/new',
  who: 'glossary.write',
  query: z.object({ source: typedText(200).catch(''), target: typedText(200).catch('') }),
  handle: (context) =>
    newConceptPage(context, {
      subject: '',
      definition: '',
      note: '',
      source: '',
      caseSensitive: false,
      terms: { 'vi:preferred': context.query.source, 'th:preferred': context.query.target },
    }),
})

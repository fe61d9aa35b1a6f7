import { z } from 'zod'
import { action } from '../../action.ts'
import { id, typedText } from '../../fields.ts'
import { newConceptPage } from './new-concept-page.ts'

/** The form, filled in with a pair that somebody met in a text. */
export const newConceptAction = action({
  method: 'get',
  path: '/glossary/new',
  who: 'glossary.write',
  query: z.object({
    source: typedText(200).catch(''),
    target: typedText(200).catch(''),
    /** What is accepted by saving the concept. */
    proposal: id.optional().catch(undefined),
  }),
  handle: (context) =>
    newConceptPage(
      context,
      {
        subject: '',
        definition: '',
        note: '',
        source: '',
        caseSensitive: false,
        terms: { 'vi:preferred': context.query.source, 'th:preferred': context.query.target },
      },
      { proposal: context.query.proposal },
    ),
})

import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { conceptPage } from './concept-page.ts'

export const conceptAction = action({
  method: 'get',
  path: '/glossary/:conceptId',
  who: 'glossary.read',
  params: params('conceptId'),
  handle: (context) => conceptPage(context, context.params.conceptId),
})

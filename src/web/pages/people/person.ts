import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { personPage } from './person-page.ts'

export const personAction = action({
  method: 'get',
  path: '/people/:personId',
  who: 'people.manage',
  params: params('personId'),
  handle: (context) => personPage(context, context.params.personId),
})

import { action } from '../../action.ts'
import { peoplePage } from './people-page.ts'

export const peopleAction = action({
  method: 'get',
  path: '/people',
  who: 'people.manage',
  handle: (context) => peoplePage(context),
})

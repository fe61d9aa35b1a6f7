import { action } from '../../action.ts'
import { accountPage } from './account-page.ts'

export const accountAction = action({
  method: 'get',
  path: '/account',
  who: 'account.manage',
  handle: (context) => accountPage(context),
})

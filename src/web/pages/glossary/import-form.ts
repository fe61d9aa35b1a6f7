import { action } from '../../action.ts'
import { importPage } from './import-page.ts'

export const importFormAction = action({
  method: 'get',
  path: '/glossary/imports/new',
  who: 'glossary.write',
  handle: (context) => importPage(context),
})

import { z } from 'zod'
import { stopMail } from '../../../workflows/choose-mail.ts'
import { openAction } from '../../action.ts'
import { page } from '../../response.ts'

const token = z.object({ token: z.uuid() })

/** Where the link in a letter leads. Programs follow links by themselves, so it asks before it stops anything. */
export const stopLettersPageAction = openAction({
  method: 'get',
  path: '/letters/:token',
  who: 'anyone',
  params: token,
  handle: ({ words, params }) =>
    page('notifications/letters', {
      title: words.t('notifications.letters.title'),
      token: params.token,
      isStopped: false,
    }),
})

export const stopLettersAction = openAction({
  method: 'post',
  path: '/letters/:token',
  who: 'anyone',
  params: token,
  async handle({ workbench, words, params }) {
    await stopMail(workbench, params.token)
    return page('notifications/letters', {
      title: words.t('notifications.letters.title'),
      token: params.token,
      isStopped: true,
    })
  },
})

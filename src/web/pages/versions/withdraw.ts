import { withdrawPublication } from '../../../workflows/withdraw-publication.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const withdrawAction = action({
  method: 'post',
  path: '/publications/:publicationId/withdrawal',
  who: 'version.publish',
  params: params('publicationId'),
  async handle({ workbench, actor, params: { publicationId } }) {
    const { id, number } = await withdrawPublication(workbench, actor, publicationId)
    return redirect(paths.version(id), { key: 'versions.notice.withdrawn', values: { number } })
  },
})

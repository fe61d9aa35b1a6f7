import { publishVersion } from '../../../workflows/publish-version.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { redirect } from '../../response.ts'

export const publishAction = action({
  method: 'post',
  path: '/versions/:versionId/publication',
  who: 'version.publish',
  params: params('versionId'),
  async handle({ workbench, actor, params: { versionId } }) {
    const { version } = await publishVersion(workbench, actor, versionId)
    return redirect(paths.version(versionId), {
      key: 'versions.notice.published',
      values: { number: version.number },
    })
  },
})

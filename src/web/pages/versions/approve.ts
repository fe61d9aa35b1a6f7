import { approveVersion } from '../../../workflows/approve-version.ts'
import { decisionAction } from './decision-action.ts'

export const approveAction = decisionAction('/versions/:versionId/approval', approveVersion, {
  key: 'versions.notice.approved',
})

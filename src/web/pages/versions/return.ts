import { returnVersion } from '../../../workflows/return-version.ts'
import { decisionAction } from './decision-action.ts'

export const returnAction = decisionAction('/versions/:versionId/return', returnVersion, {
  key: 'versions.notice.returned',
})

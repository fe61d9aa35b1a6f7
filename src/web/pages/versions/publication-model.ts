import { deskTimeZone, localTime } from '../../../domain/desk-time.ts'
import { publicationStanding } from '../../../storage/screens/publication-standing.ts'
import type { Workbench } from '../../../workbench.ts'
import { exportFormats } from '../../../workflows/export-article.ts'

const minute = 60_000
const year = 365 * 24 * 60 * minute

/** What the box of a version's publication shows beside the version itself, as `publishing`. */
export async function publicationModel(
  { storage, clock }: Pick<Workbench, 'storage' | 'clock'>,
  draftId: number,
) {
  const now = clock()
  return {
    ...(await publicationStanding(storage.reader)(draftId)),
    formats: exportFormats,
    now,
    zone: deskTimeZone,
    earliest: localTime(new Date(now.getTime() + minute)),
    latest: localTime(new Date(now.getTime() + year)),
  }
}

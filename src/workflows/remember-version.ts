import type { ApprovedSegment, NewOrigin } from '../storage/repositories/memory.ts'
import type { LanguagePair } from '../storage/repositories/alignment-models.ts'
import type { Workbench } from '../workbench.ts'
import { inSlices } from './in-slices.ts'
import { hashOfSource, memoryEntry } from './memory-entry.ts'

/** Puts an approved version into the memory, whole or not at all; one that is in it already stays as it is. */
async function rememberVersion(
  { storage, clock }: Pick<Workbench, 'storage' | 'clock'>,
  versionId: number,
): Promise<void> {
  const version = await storage.memory.approvedVersion(versionId)
  const origins = await originsOf(version, version.segments)
  await storage.transaction(async (tx) => {
    if (!(await tx.memory.begin(versionId, clock()))) return
    await tx.memory.add(version, origins)
    await tx.memory.supersede(version.draftId)
  })
}

/** Everything that has been approved and is not in the memory yet, the first first, for as long as it is wanted. */
export async function rememberApproved(
  workbench: Pick<Workbench, 'storage' | 'clock'>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const versionId of await workbench.storage.memory.versionsLeft()) {
    if (!isWanted()) return
    await rememberVersion(workbench, versionId)
  }
}

async function originsOf(pair: LanguagePair, segments: readonly ApprovedSegment[]): Promise<NewOrigin[]> {
  const hashes = await inSlices(segments, ({ source }) => hashOfSource(source, pair.sourceLanguage))
  const origins = await inSlices(segments, ({ segmentId, source, target }, at): NewOrigin[] => {
    const entry = memoryEntry(pair, source, target)
    return entry
      ? [{ entry, segmentId, beforeHash: hashes[at - 1] ?? null, afterHash: hashes[at + 1] ?? null }]
      : []
  })
  return origins.flat()
}

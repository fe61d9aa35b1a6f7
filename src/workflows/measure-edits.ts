import { languageFor } from '../engine/languages/catalog.ts'
import { editDistance } from '../engine/text/edit-distance.ts'
import type { Measure, MeasuredPair } from '../storage/repositories/measures.ts'
import type { Workbench } from '../workbench.ts'
import { inSlices } from './in-slices.ts'

const batch = 50

/**
 * Measures drafts that something has happened to, and versions that are new: how many words their source has, and how far they have come
 * from the machine's text. So no page has to. Returns how many it measured.
 */
export async function measureEdits(
  { storage }: Pick<Workbench, 'storage'>,
  isWanted: () => boolean = () => true,
): Promise<number> {
  const drafts = await storage.measures.outdatedDrafts(batch)
  for (const { draftId, eventId } of drafts) {
    if (!isWanted()) return 0
    const { sourceLanguage } = await storage.articles.draft(draftId)
    const measured = await measure(await storage.measures.ofDraft(draftId), sourceLanguage)
    await storage.measures.setDraft(draftId, eventId, measured)
  }
  const versions = await storage.measures.unmeasuredVersions(batch)
  for (const versionId of versions) {
    if (!isWanted()) return 0
    const { draftId } = await storage.versions.get(versionId)
    const { sourceLanguage } = await storage.articles.draft(draftId)
    const measured = await measure(await storage.measures.ofVersion(versionId), sourceLanguage)
    await storage.measures.setVersion(versionId, measured)
  }
  return drafts.length + versions.length
}

async function measure(pairs: readonly MeasuredPair[], sourceLanguage: string): Promise<Measure> {
  const { words } = languageFor(sourceLanguage)
  const measured = await inSlices(pairs, ({ source, machine, text }) => ({
    sourceWords: words(source).length,
    ...editDistance(machine, text),
  }))
  return measured.reduce(
    (sum, one) => ({
      sourceWords: sum.sourceWords + one.sourceWords,
      edits: sum.edits + one.edits,
      graphemes: sum.graphemes + one.graphemes,
    }),
    { sourceWords: 0, edits: 0, graphemes: 0 },
  )
}

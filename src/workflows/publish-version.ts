import type { Actor } from '../domain/people.ts'
import { slugOf } from '../domain/slug.ts'
import { assertMayPublish, type Version } from '../domain/version.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'
import { recordStep } from './version-decision.ts'

/** Shows an approved version to readers, in the place of the one that they see now. The first publication decides the address. */
export const publishVersion = (workbench: Workbench, actor: Actor, versionId: number) =>
  workbench.storage.transaction(async (tx) => {
    const version = await tx.versions.lock(versionId)
    assertMayPublish(version, await tx.versions.livePublication(version.draftId))
    const slug = (await tx.versions.firstSlug(version.draftId)) ?? (await newSlug(tx, version))
    const at = workbench.clock()
    await tx.versions.publish({ draftId: version.draftId, versionId, slug, by: actor.id }, at)
    await recordStep(tx, 'version_published', actor, version, at, { slug })
    return { version, slug }
  })

async function newSlug(tx: Repositories, { articleId, draftId }: Version): Promise<string> {
  const units = await tx.articles.units(articleId)
  const title = units.find(({ kind }) => kind === 'title')?.sourceText ?? ''
  const { sourceLanguage } = await tx.articles.get(articleId)
  return slugOf(title, sourceLanguage, draftId)
}

import type { Actor } from '../domain/people.ts'
import { foldForReaders } from '../domain/readers-search.ts'
import { slugOf } from '../domain/slug.ts'
import { assertMayPublish, type Version } from '../domain/version.ts'
import type { Repositories } from '../storage/storage.ts'
import { recordStep } from './version-decision.ts'

/** Shows a locked version to readers, within the transaction of whoever says so: a person now, or the schedule that a person made. */
export async function publish(
  tx: Repositories,
  by: Pick<Actor, 'id'>,
  version: Version,
  at: Date,
): Promise<string> {
  assertMayPublish(version, await tx.versions.livePublication(version.draftId))
  const slug = (await tx.versions.firstSlug(version.draftId)) ?? (await newSlug(tx, version))
  const { draftId, id: versionId } = version
  const publicationId = await tx.versions.publish({ draftId, versionId, slug, by: by.id }, at)
  await describePublication(tx, publicationId)
  await recordStep(tx, 'version_published', by, version, at, { slug })
  return slug
}

/** What was to be published of a draft is not any more, once a person has published something else of it or taken it back. */
export async function overtakeSchedule(
  tx: Repositories,
  by: Pick<Actor, 'id'>,
  draftId: number,
  at: Date,
): Promise<void> {
  const schedule = await tx.publishing.pending(draftId)
  if (!schedule) return
  await tx.publishing.end(schedule.id, 'overtaken', at)
  const version = await tx.versions.get(schedule.versionId)
  await recordStep(tx, 'publication_overtaken', by, version, at, { due: schedule.dueAt.toISOString() })
}

/** Writes what the index says of a publication, and by which letters it is found. */
export async function describePublication(tx: Repositories, publicationId: number): Promise<void> {
  const blocks = await tx.publishing.textOf(publicationId)
  const [first] = blocks
  if (!first) return
  const { language, firstPublishedAt } = first
  const texts = blocks
    .map(({ kind, text }) => ({ kind, text: text.trim() }))
    .filter(({ text }) => text !== '')
  const title = texts.find(({ kind }) => kind === 'title')
  const summary = texts.find(({ kind }) => kind === 'lead') ?? texts.find((block) => block !== title)
  await tx.publishing.describe({
    ...{ publicationId, language, firstPublishedAt },
    title: title?.text ?? '',
    summary: summary?.text ?? '',
    folded: foldForReaders(texts.map(({ text }) => text).join('\n'), language),
  })
}

async function newSlug(tx: Repositories, { articleId, draftId }: Version): Promise<string> {
  const units = await tx.articles.units(articleId)
  const title = units.find(({ kind }) => kind === 'title')?.sourceText ?? ''
  const { sourceLanguage } = await tx.articles.get(articleId)
  return slugOf(title, sourceLanguage, draftId)
}

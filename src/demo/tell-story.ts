import { randomUUID } from 'node:crypto'
import type { ArticleBlock } from '../domain/align-article.ts'
import type { Segment } from '../domain/segment.ts'
import type { Person } from '../storage/repositories/people.ts'
import type { Workbench } from '../workbench.ts'
import { approveVersion } from '../workflows/approve-version.ts'
import { importArticle } from '../workflows/confirm-import.ts'
import { publishVersion } from '../workflows/publish-version.ts'
import { resegmentDraft } from '../workflows/resegment-draft.ts'
import { returnVersion } from '../workflows/return-version.ts'
import { reviseSegment } from '../workflows/revise-segment.ts'
import { submitDraft } from '../workflows/submit-draft.ts'
import { writeComment } from '../workflows/write-comment.ts'
import type { DemoArticle, DemoComment } from './articles.ts'

interface Cast {
  readonly people: ReadonlyMap<string, Person>
  /** Imports what no translator works on yet. */
  readonly importer: Person
}

interface Texts {
  readonly source: string
  readonly target: string | null
}

/** Takes one article to its state through what people do at the desk. */
export async function tellStory(
  workbench: Workbench,
  { people, importer }: Cast,
  article: DemoArticle,
  texts: Texts,
): Promise<void> {
  const person = (email: string | undefined): Person => {
    const found = people.get(email ?? '')
    if (!found) throw new Error(`${article.slug}: nobody has the address ${String(email)}`)
    return found
  }
  const { draftId } = await importArticle(
    workbench,
    article.translator ? person(article.translator) : importer,
    {
      articleId: null,
      sourceLanguage: 'vi',
      targetLanguage: 'th',
      source: blocksOf(texts.source),
      target: texts.target === null ? [] : blocksOf(texts.target),
      sourceUrl: article.sourceUrl,
      byline: article.byline,
      publishedOn: article.publishedOn,
    },
  )
  if (draftId === null) return

  if (article.translator) await moveBreaks(workbench, person(article.translator), draftId, article)
  const asImported = await workbench.storage.segments.list(draftId)
  const place = ({ segmentContains }: DemoComment): number => {
    const holds = (text: string) => text.includes(segmentContains)
    const found = asImported.find(({ sourceText, revision }) => holds(sourceText) || holds(revision.text))
    if (!found) throw new Error(`${article.slug}: no segment has “${segmentContains}”`)
    return found.id
  }
  const say = async (comments: readonly DemoComment[]) => {
    for (const comment of comments)
      await writeComment(workbench, person(comment.by), {
        draftId,
        segmentId: place(comment),
        body: comment.body,
      })
  }
  const comments = article.comments ?? []
  const isLate = comments.findIndex(({ by }) => by !== article.translator)
  const early = isLate === -1 ? comments : comments.slice(0, isLate)
  const late = comments.slice(early.length)

  if (article.translator) await mend(workbench, person(article.translator), article, asImported)
  await say(early)
  if (!article.translator || article.state === 'in-translation') return say(late)

  const version = await submitDraft(workbench, person(article.translator), { draftId, note: '' })
  if (article.state === 'submitted') return say(late)
  const editor = person(article.editor)
  if (article.state === 'returned') {
    const own = late.filter(({ by }) => by === article.editor)
    await returnVersion(workbench, editor, version.id, {
      note: article.returnNote ?? '',
      comments: own.map((comment) => ({ segmentId: place(comment), body: comment.body })),
    })
    return say(late.filter(({ by }) => by !== article.editor))
  }
  await approveVersion(workbench, editor, version.id, { note: article.approvalNote ?? '', comments: [] })
  if (article.state !== 'approved') await publishVersion(workbench, editor, version.id)
  await say(late)
}

/** First the title, then the lead, then paragraphs; a blank line between two. */
const blocksOf = (text: string): ArticleBlock[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((block, index) => ({
      kind: index === 0 ? 'title' : index === 1 ? 'lead' : 'paragraph',
      text: block.trim(),
    }))

async function moveBreaks(
  workbench: Workbench,
  translator: Person,
  draftId: number,
  { breaks = [] }: DemoArticle,
): Promise<void> {
  for (const { phrase, to } of breaks) {
    const segments = await workbench.storage.segments.list(draftId)
    const index = segments.findIndex(({ revision: { text } }) =>
      to === 'next' ? text.endsWith(phrase) : text.startsWith(phrase),
    )
    const first = segments[to === 'next' ? index : index - 1]
    if (index === -1 || !first) continue
    const direction = to === 'next' ? 'left' : 'right'
    let [left, right]: readonly (Segment | undefined)[] = [first, segments[segments.indexOf(first) + 1]]
    while (
      left &&
      right &&
      !(to === 'next' ? right.revision.text.startsWith(phrase) : left.revision.text.endsWith(phrase))
    ) {
      const recut = { kind: 'move-break', segmentId: left.id, direction } as const
      const { segmentIds } = await resegmentDraft(workbench, translator, draftId, recut)
      ;[left, right] = await workbench.storage.segments.many(segmentIds)
    }
  }
}

/** The translator goes through the draft from the top, mending and confirming; what is still being translated is done halfway. */
async function mend(
  workbench: Workbench,
  translator: Person,
  { slug, edits = [], state }: DemoArticle,
  segments: readonly Segment[],
): Promise<void> {
  const left = new Set(edits)
  const confirmed = state === 'in-translation' ? Math.floor(segments.length / 2) : segments.length
  for (const [index, { id, revision }] of segments.entries()) {
    let text = revision.text
    for (const edit of left) {
      if (!text.includes(edit.find)) continue
      text = text.replace(edit.find, () => edit.replace)
      left.delete(edit)
    }
    if (text === revision.text && index >= confirmed) continue
    await reviseSegment(workbench, translator, {
      segmentId: id,
      text,
      basedOn: revision.id,
      operationId: randomUUID(),
      confirm: index < confirmed,
    })
  }
  const [missed] = left
  if (missed) throw new Error(`${slug}: no segment has “${missed.find}”`)
}

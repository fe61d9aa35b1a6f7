import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Conflict } from '../../../domain/errors.ts'
import type { Actor } from '../../../domain/people.ts'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { diffTexts } from '../../../engine/text/diff.ts'
import { mergeTexts } from '../../../engine/text/merge-texts.ts'
import type { Words } from '../../../i18n.ts'
import type { Workbench } from '../../../workbench.ts'
import { reviseSegment } from '../../../workflows/revise-segment.ts'
import { action } from '../../action.ts'
import { checkbox, id, operationId, params, segmentText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { json, page, redirect, type Response } from '../../response.ts'

/** Saves one segment, and with `confirm` says that it is done. */
export const reviseAction = action({
  method: 'post',
  path: '/segments/:segmentId/revisions',
  who: 'segment.revise',
  params: params('segmentId'),
  form: z.object({ text: segmentText, basedOn: id, operationId, confirm: checkbox }),
  async handle({ workbench, actor, words, params: { segmentId }, form, wantsJson }) {
    try {
      const answer = await reviseSegment(workbench, actor, { segmentId, ...form })
      if (wantsJson) return json({ outcome: 'ok', ...answer })
      const segment = await workbench.storage.segments.get(segmentId)
      const key = form.confirm ? 'review.notice.confirmed' : 'review.notice.saved'
      return redirect(paths.draft(segment.draftId, segmentId), { key })
    } catch (error) {
      if (wantsJson || !(error instanceof Conflict) || error.key !== 'segment-changed') throw error
      return conflictPage(workbench, words, error, {
        segmentId,
        yours: form.text,
        basedOn: form.basedOn,
        actor,
      })
    }
  },
})

/** The saved text, one's own and what both began with; where the changes lie apart, both together. Each can be saved from here. */
async function conflictPage(
  { storage }: Workbench,
  words: Words,
  { current }: Conflict,
  { segmentId, yours, basedOn, actor }: { segmentId: number; yours: string; basedOn: number; actor: Actor },
): Promise<Response> {
  const segment = await storage.segments.get(segmentId)
  const draft = await storage.articles.draft(segment.draftId)
  const pack = languageFor(draft.targetLanguage)
  const wordsOf = (text: string) => pack.words(text)
  const theirs = segment.revision.text
  const base = (await storage.segments.history(segmentId)).find(({ id }) => id === basedOn)?.text ?? null
  const merged = base === null ? null : mergeTexts(base, yours, theirs, wordsOf)
  const isOffered = merged !== null && merged !== yours && merged !== theirs
  return page(
    'review/conflict',
    {
      title: words.t('review.conflict.title'),
      draftId: draft.id,
      segment,
      targetLanguage: draft.targetLanguage,
      sourceLanguage: draft.sourceLanguage,
      author: current.author ?? null,
      isOwn: current.authorId === actor.id,
      yours,
      base,
      changes: {
        theirs: base === null ? null : diffTexts(base, theirs, wordsOf),
        yours: diffTexts(base ?? theirs, yours, wordsOf),
        merged: isOffered ? diffTexts(theirs, merged, wordsOf) : null,
      },
      merged: isOffered ? merged : null,
      operationIds: [randomUUID(), randomUUID()],
    },
    { status: 409 },
  )
}

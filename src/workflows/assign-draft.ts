import { Invalid, Refused } from '../domain/errors.ts'
import type { Actor, Role } from '../domain/people.ts'
import type { Assignment } from '../storage/repositories/assignments.ts'
import type { Repositories } from '../storage/storage.ts'
import type { Workbench } from '../workbench.ts'

/** Says who has each of these drafts and until when; what is not given stays. Those who are new to one, or to its day, are told. */
export const assignDrafts = (
  workbench: Workbench,
  actor: Actor,
  draftIds: readonly number[],
  wanted: Partial<Assignment>,
): Promise<number> =>
  workbench.storage.transaction(async (tx) => {
    await assertRole(tx, wanted.translatorId, 'translator', 'translatorId')
    await assertRole(tx, wanted.editorId, 'editor', 'editorId')
    let changed = 0
    // Always in the same order, so that two who assign at once do not wait for each other for ever.
    for (const draftId of [...new Set(draftIds)].sort((a, b) => a - b))
      if (await assign(workbench, tx, actor, draftId, wanted)) changed++
    return changed
  })

/** Takes a draft that nobody translates. Throws Refused when somebody does. */
export const takeDraft = (workbench: Workbench, actor: Actor, draftId: number): Promise<void> =>
  workbench.storage.transaction(async (tx) => {
    await tx.articles.lockDraft(draftId)
    const { translatorId } = await tx.assignments.current(draftId)
    if (translatorId !== null && translatorId !== actor.id) throw new Refused('draft-taken')
    await assign(workbench, tx, actor, draftId, { translatorId: actor.id })
  })

async function assign(
  { clock }: Workbench,
  tx: Repositories,
  actor: Actor,
  draftId: number,
  wanted: Partial<Assignment>,
): Promise<boolean> {
  const { articleId } = await tx.articles.lockDraft(draftId)
  const before = await tx.assignments.current(draftId)
  const after = { ...before, ...wanted }
  const isNewDay = after.dueOn !== before.dueOn
  const told = (key: 'translatorId' | 'editorId') =>
    after[key] !== before[key] || isNewDay ? after[key] : null
  if (after.translatorId === before.translatorId && after.editorId === before.editorId && !isNewDay)
    return false
  const at = clock()
  await tx.assignments.add(draftId, after, actor.id, at)
  const data = { translatorId: told('translatorId'), editorId: told('editorId'), due: after.dueOn }
  await tx.events.record({ type: 'draft_assigned', by: actor.id, articleId, draftId, data }, at)
  return true
}

async function assertRole(tx: Repositories, id: number | null | undefined, role: Role, field: string) {
  if (id === null || id === undefined) return
  const person = await tx.people.find(id)
  if (!person || person.disabled || !person.roles.includes(role))
    throw new Invalid([{ field, key: 'not-understood' }])
}

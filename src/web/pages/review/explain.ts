import { z } from 'zod'
import { checks, draftChecks } from '../../../engine/checks/catalog.ts'
import { severities } from '../../../engine/checks/check.ts'
import { languageFor } from '../../../engine/languages/catalog.ts'
import { nameKey } from '../../../engine/names/name-key.ts'
import { nameHistory } from '../../../storage/screens/name-history.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import { id, note, params } from '../../fields.ts'
import { fragment } from '../../response.ts'
import { subjectName } from '../glossary/subject-name.ts'

/** More concepts are never called by one term. */
const mostConcepts = 8

/** What a mark stands for: the concept, the name and the check, with who says so. */
export const explainAction = action({
  method: 'get',
  path: '/drafts/:draftId/explanations',
  who: 'article.read',
  params: params('draftId'),
  query: z.object({
    /** Ids with spaces between them. */
    concept: note(200)
      .default('')
      .transform((ids): unknown => ids.split(' ').filter(Boolean).slice(0, mostConcepts))
      .pipe(z.array(id)),
    name: note(300).default(''),
    check: note(100).default(''),
    severity: z.enum(severities).optional(),
  }),
  async handle({ workbench, words, params: { draftId }, query }) {
    const { storage } = workbench
    const draft = await storage.articles.draft(draftId)
    return fragment('review/explanation', {
      draft,
      concepts: await Promise.all(query.concept.map((one) => storage.glossary.get(one))),
      name: query.name === '' ? null : await aboutName(workbench, draft, query.name),
      check: [...checks, ...draftChecks].find((one) => one.id === query.check) ?? null,
      severity: query.severity,
      subjectName: subjectName(words),
      source: languageFor(draft.sourceLanguage).tag,
      target: languageFor(draft.targetLanguage).tag,
    })
  },
})

async function aboutName(
  { storage, analyzer }: Workbench,
  draft: { readonly id: number; readonly sourceLanguage: string; readonly targetLanguage: string },
  text: string,
) {
  const names = await analyzer.articleNames(storage, draft)
  const { forms, kind, shortFor } =
    names.names.get(nameKey(text)) ?? names.about({ text, kind: 'unknown', span: { start: 0, end: 0 } })
  const decisions = await nameHistory(
    storage.reader,
    [text, ...(shortFor === undefined ? [] : [shortFor])],
    draft.targetLanguage,
  )
  const elsewhere = new Map<string, Set<number>>()
  for (const { draftId, form } of decisions)
    if (draftId !== draft.id) elsewhere.set(form, (elsewhere.get(form) ?? new Set()).add(draftId))
  return {
    text,
    kind,
    forms,
    here: decisions.filter(({ draftId }) => draftId === draft.id),
    elsewhere: Array.from(elsewhere, ([form, drafts]) => ({ form, count: drafts.size })),
  }
}

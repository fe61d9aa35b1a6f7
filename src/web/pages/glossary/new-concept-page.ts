import type { Problem } from '../../../domain/errors.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'
import { conceptFormModel } from './concept-form-model.ts'
import type { ConceptFormValues } from './concept-form.ts'

/** The form for a new concept. `existing` is the concept that goes by the same term already. */
export async function newConceptPage(
  context: Pick<Context<unknown, unknown, unknown, unknown>, 'workbench' | 'words'>,
  values: ConceptFormValues,
  {
    problems = [],
    existing = null,
    proposal,
  }: { problems?: readonly Problem[]; existing?: number | null; proposal?: number | string | undefined } = {},
): Promise<Response> {
  const model = {
    title: context.words.t('glossary.new.title'),
    here: paths.newConcept(),
    ...(await conceptFormModel(context, values)),
    problems,
    existing,
    proposal: proposal ?? null,
  }
  return page('glossary/new', model, { status: problems.length > 0 || existing !== null ? 422 : 200 })
}

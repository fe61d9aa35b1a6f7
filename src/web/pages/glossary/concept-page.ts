import { conceptDifferences, nothingYet } from '../../../domain/concept-differences.ts'
import { headTerm } from '../../../domain/concept-rules.ts'
import type { ConceptContent, Term } from '../../../domain/concept.ts'
import type { Problem } from '../../../domain/errors.ts'
import { usageFields, usagePhrases } from '../../../domain/term-usage.ts'
import { glossaryConcept } from '../../../storage/screens/glossary-concept.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'
import { conceptFormModel } from './concept-form-model.ts'
import { formOfContent, type ConceptFormValues } from './concept-form.ts'

interface Again {
  /** What was typed, instead of what is stored. */
  readonly typed?: ConceptFormValues
  readonly problems?: readonly Problem[]
  /** Another concept that goes by the same term. */
  readonly existing?: number
  /** Somebody saved after `basedOn`: what was sent, and what it was based on. */
  readonly conflict?: { readonly content: ConceptContent; readonly basedOn: number }
}

/** One concept: its form, or its facts for those who do not write the glossary; its history; where it occurs. */
export async function conceptPage(
  context: Pick<Context<unknown, unknown, unknown, unknown>, 'workbench' | 'words'>,
  conceptId: number,
  { typed, problems = [], existing, conflict }: Again = {},
): Promise<Response> {
  const { concept, changes, uses, useCount } = await glossaryConcept(context.workbench.storage.reader)(
    conceptId,
  )
  const head = headTerm(concept)
  const history = changes.map((change) => ({
    ...change,
    differences: conceptDifferences(change.before ?? nothingYet, change.after),
  }))
  const model = {
    title: head?.text ?? context.words.t('glossary.browse.title'),
    here: paths.concept(conceptId),
    concept,
    head,
    phrases: phrasesOf(concept.terms),
    history,
    uses,
    useCount,
    ...(await conceptFormModel(context, typed ?? formOfContent(concept))),
    basedOn: changes[0]?.id ?? 0,
    problems,
    existing: existing ?? null,
    conflict: conflict && {
      changes: history.filter(({ id }) => id > conflict.basedOn),
      yours: conceptDifferences(concept, conflict.content),
    },
  }
  const status = conflict ? 409 : problems.length > 0 || existing !== undefined ? 422 : 200
  return page('glossary/concept', model, { status })
}

/** What tells whether the terms mean the concept, for those who only read it. */
const phrasesOf = (terms: readonly Term[]) =>
  [...new Set(terms.map(({ language }) => language))].flatMap((language) =>
    usageFields
      .map((field) => ({ language, field, phrases: usagePhrases(terms, language, field) }))
      .filter(({ phrases }) => phrases.length > 0),
  )

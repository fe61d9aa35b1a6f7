import { conceptDifferences } from '../domain/concept-differences.ts'
import { conceptProblems, headLanguage, preferredTerm, tidyConcept } from '../domain/concept-rules.ts'
import type { ConceptContent } from '../domain/concept.ts'
import { Conflict, Invalid } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

export interface ConceptChange {
  readonly conceptId: number
  /** The latest change of the concept that the person has seen. */
  readonly basedOn: number
  readonly content: ConceptContent
  /** The person knows that another concept goes by the same term. */
  readonly homonym: boolean
}

/**
 * Gives a concept new content; says whether that was a change at all. Throws Conflict when somebody changed the concept after
 * `basedOn`, or when another concept goes by its new term; then nothing is written.
 */
export const changeConcept = (
  workbench: Workbench,
  actor: Actor,
  { conceptId, basedOn, content, homonym }: ConceptChange,
): Promise<boolean> =>
  workbench.storage.transaction(async (tx) => {
    const tidy = tidyConcept(content)
    const problems = conceptProblems(tidy)
    if (problems.length > 0) throw new Invalid(problems)
    await tx.glossary.lockChanges()
    const before = await tx.glossary.lock(conceptId)
    if (conceptDifferences(before, tidy).length === 0) return false
    if ((await tx.glossary.latestChangeOf(conceptId)) !== basedOn)
      throw new Conflict('concept-changed', { conceptId })
    const head = preferredTerm(tidy, headLanguage)
    if (head && !homonym && head.text !== preferredTerm(before, headLanguage)?.text) {
      const existing = await tx.glossary.withPreferred(headLanguage, [head.text])
      const other = existing.find(({ id }) => id !== conceptId)
      if (other) throw new Conflict('concept-exists', { conceptId: other.id, term: head.text })
    }
    const at = workbench.clock()
    const after = { ...tidy, id: conceptId, deprecated: before.deprecated }
    await tx.glossary.change([after], at)
    await tx.glossary.recordChanges([{ kind: 'changed', before, after }], actor.id, at)
    await tx.events.record({ type: 'concept_changed', by: actor.id, conceptId }, at)
    return true
  })

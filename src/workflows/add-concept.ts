import { conceptProblems, headLanguage, preferredTerm, tidyConcept } from '../domain/concept-rules.ts'
import type { ConceptContent } from '../domain/concept.ts'
import { Conflict, Invalid, Refused } from '../domain/errors.ts'
import type { Actor } from '../domain/people.ts'
import type { Workbench } from '../workbench.ts'

export interface NewConcept {
  readonly content: ConceptContent
  /** The person knows that another concept goes by the same term, and means a second one. */
  readonly homonym: boolean
  /** The proposal that is accepted with it. */
  readonly proposalId?: number | undefined
}

/** Adds a concept and returns its id. Throws Conflict with the concept that goes by the same term already, unless told that it may. */
export const addConcept = (
  workbench: Workbench,
  actor: Actor,
  { content, homonym, proposalId }: NewConcept,
): Promise<number> =>
  workbench.storage.transaction(async (tx) => {
    const tidy = tidyConcept(content)
    const problems = conceptProblems(tidy)
    if (problems.length > 0) throw new Invalid(problems)
    await tx.glossary.lockChanges()
    const head = preferredTerm(tidy, headLanguage)
    if (head && !homonym) {
      const [existing] = await tx.glossary.withPreferred(headLanguage, [head.text])
      if (existing) throw new Conflict('concept-exists', { conceptId: existing.id, term: head.text })
    }
    const at = workbench.clock()
    const [id] = await tx.glossary.add([tidy], at)
    if (id === undefined) throw new Error('insert returned nothing')
    const after = { ...tidy, id, deprecated: false }
    await tx.glossary.recordChanges([{ kind: 'added', before: null, after }], actor.id, at)
    const data = proposalId === undefined ? {} : { proposalId }
    if (proposalId !== undefined) {
      if ((await tx.proposals.lock(proposalId)).isDecided) throw new Refused('proposal-decided')
      await tx.proposals.decide(proposalId, { conceptId: id }, actor.id, at)
    }
    await tx.events.record({ type: 'concept_added', by: actor.id, conceptId: id, data }, at)
    return id
  })

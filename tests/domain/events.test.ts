import { expect, test } from 'vitest'
import { eventsOfKind, eventTypes } from '../../src/domain/event.ts'

/** What happens to the desk and not to an article. */
const ofTheDesk = [
  'concept_added',
  'concept_changed',
  'concept_deprecated',
  'concept_restored',
  'glossary_imported',
  'check_severity_set',
  'alignment_learnt',
  'person_invited',
  'person_changed',
  'sessions_ended',
]

test('the history of an article can be narrowed to each of its events, in one way', () => {
  const narrowed = Object.values(eventsOfKind).flat()
  expect([...narrowed, ...ofTheDesk].sort()).toEqual([...eventTypes].sort())
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftState, draftStates, waitsFor, type DraftFacts } from '../../src/domain/article.ts'
import { roles } from '../../src/domain/people.ts'

const untouched: DraftFacts = {
  hasTarget: true,
  touchedByPerson: false,
  latestVersion: null,
  changedSinceVersion: false,
  publication: null,
  glossaryMovedOn: false,
}
const stateOf = (facts: Partial<DraftFacts>) => draftState({ ...untouched, ...facts })

describe('the state of a draft', () => {
  test('follows it from import to publication', () => {
    expect(stateOf({ hasTarget: false })).toBe('source-only')
    expect(stateOf({})).toBe('imported')
    expect(stateOf({ touchedByPerson: true })).toBe('in-translation')
    expect(stateOf({ touchedByPerson: true, latestVersion: 'submitted' })).toBe('submitted')
    expect(stateOf({ touchedByPerson: true, latestVersion: 'returned' })).toBe('returned')
    expect(stateOf({ touchedByPerson: true, latestVersion: 'approved' })).toBe('approved')
    expect(stateOf({ latestVersion: 'approved', publication: 'live' })).toBe('published')
    expect(stateOf({ latestVersion: 'approved', publication: 'withdrawn' })).toBe('withdrawn')
  })

  test('a published article is stale once a concept of it has changed', () => {
    expect(stateOf({ latestVersion: 'approved', publication: 'live', glossaryMovedOn: true })).toBe('stale')
    expect(stateOf({ latestVersion: 'approved', glossaryMovedOn: true })).toBe('approved')
  })

  test('an approved draft that somebody writes in is in translation again', () => {
    const written = { touchedByPerson: true, latestVersion: 'approved', changedSinceVersion: true } as const
    expect(stateOf(written)).toBe('in-translation')
    expect(stateOf({ ...written, publication: 'withdrawn' })).toBe('in-translation')
    expect(stateOf({ ...written, publication: 'live' })).toBe('published')
  })

  const anyFacts: fc.Arbitrary<DraftFacts> = fc.record({
    hasTarget: fc.boolean(),
    touchedByPerson: fc.boolean(),
    latestVersion: fc.constantFrom(null, 'submitted', 'returned', 'approved'),
    changedSinceVersion: fc.boolean(),
    publication: fc.constantFrom(null, 'live', 'withdrawn'),
    glossaryMovedOn: fc.boolean(),
  })

  test('what waits for a decision is always said to, and what readers see never hides behind work going on', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const state = draftState(facts)
        expect(draftStates).toContain(state)
        if (facts.latestVersion === 'submitted') expect(state).toBe('submitted')
        else expect(['published', 'stale'].includes(state)).toBe(facts.publication === 'live')
      }),
    )
  })
})

describe('whose turn it is', () => {
  const draft = (state: (typeof draftStates)[number], submittedBy = 1) => ({
    state,
    version: { submittedBy },
  })

  test('nobody waits to decide what they submitted', () => {
    const everything = { id: 1, roles: [...roles] }
    expect(waitsFor(everything, draft('submitted', 1), true)).toBe(false)
    expect(waitsFor({ ...everything, id: 2 }, draft('submitted', 1), false)).toBe(true)
  })

  test('every state but the finished ones is somebody’s turn', () => {
    const idle = draftStates.filter(
      (state) => !roles.some((role) => waitsFor({ id: 9, roles: [role] }, draft(state), false)),
    )
    expect(idle).toEqual(['published', 'withdrawn'])
  })

  test('open comments are the terminologist’s turn', () => {
    const terminologist = { id: 9, roles: ['terminologist'] as const }
    expect(waitsFor(terminologist, draft('in-translation'), false)).toBe(false)
    expect(waitsFor(terminologist, draft('in-translation'), true)).toBe(true)
  })
})

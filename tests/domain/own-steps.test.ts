import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownSteps, type OwnAct } from '../../src/domain/own-steps.ts'

/** Plays a person who writes, undoes and redoes; `texts` is what an editor with an undo of its own would show. */
function play(moves: readonly ('write' | 'undo' | 'redo')[]) {
  const acts: OwnAct[] = []
  const past: number[] = [0]
  let future: number[] = []
  let written = 0
  const shown: { id: number; text: number }[] = []
  const before = new Map<number, number>()
  let text = 0
  for (const move of moves) {
    const id = acts.length + 1
    if (move === 'write') {
      before.set(id, text)
      text = ++written
      acts.push({ kind: 'text', id, undoes: null })
      past.push(text)
      future = []
    } else {
      const act = ownSteps(acts)[move]
      const isPossible = move === 'undo' ? past.length > 1 : future.length > 0
      expect(act !== null).toBe(isPossible)
      if (!act) continue
      before.set(id, text)
      // Taking an act back writes what stood before it.
      text = before.get(act.id) ?? -1
      acts.push({ kind: 'text', id, undoes: act.id })
      if (move === 'undo') future.push(past.pop() ?? -1)
      else past.push(future.pop() ?? -1)
    }
    shown.push({ id, text })
    expect(text).toBe(past.at(-1))
  }
  return shown
}

describe('what somebody can undo and redo, from what they did', () => {
  test('goes back and forth like the undo of an editor, through any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('write', 'undo', 'redo'), { maxLength: 40 }), (moves) => {
        play(moves)
      }),
    )
  })

  test('a change set and a cut are one step each; a cut that was taken back is not cut again', () => {
    const acts: OwnAct[] = [
      { kind: 'text', id: 1, undoes: null },
      { kind: 'change-set', id: 1, undoes: null },
      { kind: 'cut', id: 1, undoes: null },
    ]
    expect(ownSteps(acts)).toEqual({ undo: acts[2], redo: null })
    const undone: OwnAct[] = [...acts, { kind: 'cut', id: 2, undoes: 1 }]
    expect(ownSteps(undone)).toEqual({ undo: acts[1], redo: null })
    const twice: OwnAct[] = [...undone, { kind: 'change-set', id: 2, undoes: 1 }]
    expect(ownSteps(twice)).toEqual({ undo: acts[0], redo: twice[4] })
  })

  test('somebody else’s act that one took back leaves one’s own as they were, and can be done again', () => {
    const mine: OwnAct = { kind: 'text', id: 7, undoes: null }
    const theirs: OwnAct = { kind: 'change-set', id: 9, undoes: 8 }
    expect(ownSteps([mine, theirs])).toEqual({ undo: mine, redo: theirs })
  })
})

/** Something that a person did to a draft and can take back: a text saved, a change set, or a cut. */
export interface OwnAct {
  readonly kind: 'text' | 'change-set' | 'cut'
  readonly id: number
  /** The act of the same kind that this one took back. */
  readonly undoes: number | null
}

/**
 * What a person's next undo and redo are about, from their own acts in a draft, oldest first. An act that takes back an undo is a
 * redo. Whatever is done anew leaves nothing to redo; a cut that was taken back is not cut again.
 */
export function ownSteps(acts: readonly OwnAct[]): { undo: OwnAct | null; redo: OwnAct | null } {
  const done: OwnAct[] = []
  const undone: OwnAct[] = []
  const drop = (from: OwnAct[], { kind, undoes }: OwnAct): boolean => {
    const at = from.findLastIndex((one) => one.kind === kind && one.id === undoes)
    if (at !== -1) from.splice(at, 1)
    return at !== -1
  }
  for (const act of acts) {
    if (act.undoes === null) {
      done.push(act)
      undone.length = 0
    } else if (drop(undone, act)) done.push(act)
    else {
      drop(done, act)
      if (act.kind === 'cut') undone.length = 0
      else undone.push(act)
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
}

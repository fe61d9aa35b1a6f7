import inspector from 'node:inspector'

/**
 * Counts work instead of time: how often each block of the code below a folder runs (V8's precise coverage), and how many characters
 * that code hands to native functions which read them all. The same work always gives the same count, on any machine.
 * Not seen: what a pattern does between the start and the end of its match. ICU's segmenters count as the square that they cost in Node 20.
 * V8 counts only in modules that are imported after the counter was made.
 */
export function makeWorkCounter(folder: string): (work: () => void) => number {
  const session = new inspector.Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return (work) => {
    blocksRun(session, folder)
    const natives = countNatives()
    try {
      work()
    } finally {
      natives.restore()
    }
    return blocksRun(session, folder) + natives.characters()
  }
}

/** Since the last time it was asked. */
function blocksRun(session: inspector.Session, folder: string): number {
  let count = 0
  // Within one thread the inspector answers before `post` returns.
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error) throw error
    for (const { url, functions } of answer.result)
      if (url.includes(folder))
        for (const { ranges } of functions) for (const range of ranges) count += range.count
  })
  return count
}

interface Natives {
  characters(): number
  restore(): void
}

function countNatives(): Natives {
  let characters = 0
  const originals: (() => void)[] = []
  const wrap = <Owner extends object, Name extends keyof Owner>(
    owner: Owner,
    name: Name,
    cost: (self: never, argument: never, result: never, before: number) => number,
  ): void => {
    const original = owner[name] as (...values: unknown[]) => unknown
    const counted = function (this: { lastIndex?: number }, ...values: unknown[]): unknown {
      const before = this.lastIndex ?? 0
      const result = original.apply(this, values)
      characters += cost(this as never, values[0] as never, result as never, before)
      return result
    }
    owner[name] = counted as Owner[Name]
    originals.push(() => {
      owner[name] = original as Owner[Name]
    })
  }
  for (const name of ['normalize', 'toLowerCase', 'toUpperCase', 'indexOf', 'includes', 'trim'] as const)
    wrap(String.prototype, name, (self: string) => self.length)
  // The others of RegExp and String that take a pattern call `exec`.
  wrap(RegExp.prototype, 'exec', (self: RegExp, text: string, found: RegExpExecArray | null, before) => {
    const from = self.global || self.sticky ? before : 0
    if (found) return found.index + found[0].length - from
    return self.sticky ? 1 : text.length - from
  })
  wrap(Intl.Segmenter.prototype, 'segment', (_self: Intl.Segmenter, text: string) => text.length ** 2 / 256)
  return { characters: () => characters, restore: () => originals.forEach((restore) => restore()) }
}

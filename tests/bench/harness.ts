/** Contenders by name; each does the same work once and answers with what it found, so that nothing can be optimised away. */
export type Contenders = Readonly<Record<string, () => unknown>>

/** Milliseconds of CPU time of this process, which other programs on the machine disturb less than the clock. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** CPU milliseconds of every round of every contender; all take turns, in another order each time, after two rounds that do not count. */
export function interleaved(contenders: Contenders, rounds = 9): Readonly<Record<string, readonly number[]>> {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, [] as number[]]))
  const turns = Object.entries(contenders)
  for (let round = -2; round < rounds; round++) {
    turns.push(turns.shift()!)
    for (const [name, work] of round % 2 === 0 ? turns : turns.toReversed()) {
      const started = cpuTime()
      work()
      if (round >= 0) times[name]!.push(cpuTime() - started)
    }
  }
  return times
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function heading(title: string): void {
  console.log(`\n## ${title}\n`)
}

/** Rows of equal keys as a Markdown table; numbers with three figures. */
export function table(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const cells = [
    columns,
    columns.map(() => '---'),
    ...rows.map((row) => columns.map((column) => written(row[column] ?? ''))),
  ]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)))
  for (const row of cells) console.log(`| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`)
}

const written = (value: string | number): string =>
  typeof value === 'string' ? value : Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)

/** A goal beside what was reached. */
export function goal(what: string, reached: number, limit: number, atLeast: boolean): void {
  const met = atLeast ? reached >= limit : reached <= limit
  console.log(
    `${met ? 'met   ' : 'MISSED'}  ${what}: ${written(reached)} (goal ${atLeast ? '≥' : '≤'} ${written(limit)})`,
  )
}

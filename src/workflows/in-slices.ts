const longestPause = 15

/** Maps in order, giving way to other work every few milliseconds, so that no request waits for another's. */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const done: Result[] = []
  let since = performance.now()
  for (const [index, item] of items.entries()) {
    done.push(work(item, index))
    if (performance.now() - since > longestPause) {
      await new Promise(setImmediate)
      since = performance.now()
    }
  }
  return done
}

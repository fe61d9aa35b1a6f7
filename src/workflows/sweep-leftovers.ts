import type { Workbench } from '../workbench.ts'

const day = 24 * 60 * 60 * 1000
const previewsKeptFor = 2 * day
/** Longer than any browser goes on repeating a save. */
const operationsKeptFor = 7 * day

/** Forgets imports that nobody confirmed and answers that nobody will ask for again; says how many there were. */
export async function sweepLeftovers({ storage, clock }: Workbench): Promise<number> {
  const before = (age: number) => new Date(clock().getTime() - age)
  const previews = await storage.importPreviews.sweep(before(previewsKeptFor))
  return previews + (await storage.operations.sweep(before(operationsKeptFor)))
}

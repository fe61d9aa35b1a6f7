import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { findAllTerms } from '../../src/engine/glossary/find-terms.ts'
import {
  compileTermIndex,
  reviveTermIndex,
  serializeTermIndex,
  withEdits,
  type PortableTermIndex,
  type TermIndex,
} from '../../src/engine/glossary/term-index.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { cpuTime, goal, heading, median, quantile, table } from './harness.ts'
import { plausibleTerms } from './material.ts'
import { entriesOf } from './term-matching.ts'

/** Compiling an index, its size, handing it to another thread, and an edit laid over it. */
export function benchTermIndex(): void {
  const rows = []
  const goals: (() => void)[] = []
  for (const tag of ['vi', 'th'] as const)
    for (const count of [10_000, 100_000]) {
      const language = languageFor(tag)
      const entries = entriesOf(plausibleTerms(tag, count), tag)
      let index!: TermIndex
      const build = timesOf(5, () => (index = compileTermIndex(entries, language)))
      const megabytes =
        serializeTermIndex(index).transfer.reduce((sum, buffer) => sum + buffer.byteLength, 0) / 1e6

      const edited = entries.slice(100, 103)
      const text = language.normalize(edited.map(({ terms }) => terms[0]!.text).join(', '))
      const change = {
        removedConceptIds: [edited[0]!.conceptId],
        entries: edited.slice(1).map((entry) => ({
          ...entry,
          terms: entry.terms.map((term) => ({ ...term, status: 'deprecated' as const })),
        })),
      }
      const edit = timesOf(50, () => findAllTerms(withEdits(index, change), text))

      const adopt = timesOf(9, () => {
        const { port1, port2 } = new MessageChannel()
        const { data, transfer } = serializeTermIndex(index)
        port1.postMessage(data, [...transfer])
        const arrived = receiveMessageOnPort(port2) as { message: PortableTermIndex['data'] }
        index = reviveTermIndex(arrived.message, language)
        port1.close()
      })
      rows.push({
        index: `${count} ${tag}`,
        'compile, ms': median(build),
        MB: megabytes,
        'bytes a term': (megabytes * 1e6) / count,
        'hand over, ms': median(adopt),
        'an edit of 3 concepts, ms': median(edit),
      })
      if (count === 100_000)
        goals.push(() => {
          goal(`${tag}, ${count} terms, compile in ms`, quantile(build, 0.5), 500, false)
          goal(`${tag}, ${count} terms, MB`, megabytes, 15, false)
          goal(`${tag}, ${count} terms, hand over in ms`, median(adopt), 5, false)
          goal(`${tag}, ${count} terms, an edit in ms`, median(edit), 1, false)
        })
    }
  heading('Term index')
  table(rows)
  console.log()
  for (const say of goals) say()
}

function timesOf(rounds: number, work: () => unknown): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const started = cpuTime()
    work()
    return cpuTime() - started
  })
}

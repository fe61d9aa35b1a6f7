import { align } from '../../src/engine/alignment/align.ts'
import { analyzeSegment } from '../../src/engine/analyze.ts'
import { runChecks, runDraftChecks } from '../../src/engine/checks/run-checks.ts'
import { compileGlossary } from '../../src/engine/glossary/glossary.ts'
import { languageFor } from '../../src/engine/languages/catalog.ts'
import { summarizeRenderings } from '../../src/engine/renderings.ts'
import { entries } from './checks/segments.ts'

const sourceLanguage = languageFor('vi')
const targetLanguage = languageFor('th')
const glossary = compileGlossary(
  entries([
    { source: 'Phú Thọ', preferred: 'ฟู้เถาะ', deprecated: ['ฟู้โถ่', 'ฟู้โถ', 'กา'] },
    { source: `${'a '.repeat(50)}a`, preferred: 'กา'.repeat(50) },
    { source: 'a', preferred: 'ก' },
  ]),
  sourceLanguage,
  targetLanguage,
)

/** Everything that the engine does with two texts. */
export function work(source: string, target: string): void {
  const segment = { id: 1, ...analyzeSegment({ source, target, sourceLanguage, targetLanguage, glossary }) }
  runChecks(segment)
  runDraftChecks([segment])
  summarizeRenderings([segment])
  align(source, target, sourceLanguage, targetLanguage)
}

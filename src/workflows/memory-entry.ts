import { createHash } from 'node:crypto'
import { foldText } from '../engine/memory/fold.ts'
import { candidateWords, sourceKey, sourceTokens } from '../engine/memory/source-tokens.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { LanguagePair } from '../storage/repositories/alignment-models.ts'
import type { NewEntry } from '../storage/repositories/memory.ts'

/** Sources that read the same have the same; as PostgreSQL writes a uuid. */
export function hashOfSource(text: string, language: string): string {
  const digest = createHash('sha256')
    .update(sourceKey(text, languageFor(language)))
    .digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-')
}

/** A source and its target as the memory keeps them; null where there is nothing to be found again. */
export function memoryEntry(
  { sourceLanguage, targetLanguage }: LanguagePair,
  source: string,
  target: string,
): NewEntry | null {
  const language = languageFor(sourceLanguage)
  const tokens = sourceTokens(sourceKey(source, language), language)
  const words = candidateWords(tokens)
  if (words.length === 0 || target.trim() === '') return null
  return {
    source,
    target,
    sourceHash: hashOfSource(source, sourceLanguage),
    tokens,
    words,
    sourceFolded: foldText(source, language).text,
    targetFolded: foldText(target, languageFor(targetLanguage)).text,
  }
}

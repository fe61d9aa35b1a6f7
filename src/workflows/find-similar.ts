import { chooseWords } from '../engine/memory/choose-words.ts'
import { createSimilarity } from '../engine/memory/similarity.ts'
import { candidateWords, sourceKey, sourceTokens } from '../engine/memory/source-tokens.ts'
import { languageFor } from '../engine/languages/catalog.ts'
import type { LanguagePair } from '../storage/repositories/alignment-models.ts'
import type { Repositories } from '../storage/storage.ts'
import { hashOfSource } from './memory-entry.ts'

/** An entry of the memory and how alike its source is, from 0 to 1: 1 where it reads the same. */
export interface Similar {
  readonly entryId: number
  readonly score: number
}

/** What is less alike helps nobody. */
const leastShown = 0.6
/** Whatever is so alike is found, while the words that this takes are not too common. */
const leastPromised = 0.75
/** So many places of words are read in a few milliseconds. */
export const affordablePlaces = 20_000

/** The entries whose sources are most like a text, the likest first. */
export async function findSimilar(
  { memory }: Pick<Repositories, 'memory'>,
  pair: LanguagePair,
  text: string,
  { most, affordable = affordablePlaces }: { most: number; affordable?: number },
): Promise<Similar[]> {
  const language = languageFor(pair.sourceLanguage)
  const tokens = sourceTokens(sourceKey(text, language), language)
  const words = candidateWords(tokens)
  if (words.length === 0) return []
  const known = await memory.countWords(pair.sourceLanguage, words)
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token.toLowerCase(), (counts.get(token.toLowerCase()) ?? 0) + 1)
  const chosen = chooseWords(
    words.map((word) => ({ word, count: counts.get(word) ?? 1, entries: known.get(word) ?? 0 })),
    { tokens: tokens.length, least: leastPromised, affordable },
  )
  const sourceHash = hashOfSource(text, pair.sourceLanguage)
  const candidates = await memory.candidates(pair, sourceHash, chosen, {
    count: tokens.length,
    fewest: Math.ceil(tokens.length * leastShown),
    most: Math.floor(tokens.length / leastShown),
  })
  const similarity = createSimilarity({ key: sourceHash, tokens })
  return candidates
    .map((other) => ({
      entryId: other.id,
      score: similarity({ key: other.sourceHash, tokens: other.tokens }),
    }))
    .filter(({ score }) => score >= leastShown)
    .sort((a, b) => b.score - a.score || b.entryId - a.entryId)
    .slice(0, most)
}

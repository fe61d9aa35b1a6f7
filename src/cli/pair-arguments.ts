import { parseArgs } from 'node:util'
import type { Words } from '../i18n.ts'
import type { LanguagePair } from './bilingual-files.ts'
import { wordsFor } from './spoken-language.ts'

/** What is asked of a command that looks at a source and its translation. */
export interface PairRequest extends LanguagePair {
  readonly glossary?: string
  readonly json: boolean
  readonly words: Words
  readonly files: readonly string[]
}

/** The request, or what is wrong with it. */
export function readPairArguments(args: string[]): PairRequest | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string', default: 'vi' },
        to: { type: 'string', default: 'th' },
        json: { type: 'boolean', default: false },
        glossary: { type: 'string' },
        language: { type: 'string' },
      },
    })
    const { language, ...rest } = values
    return { ...rest, words: wordsFor(language), files: positionals }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

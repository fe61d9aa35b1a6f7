import { compileWordList, unpackWords, type WordList } from '../../text/word-list.ts'
import packed from './words.json' with { type: 'json' }

let compiled: WordList | undefined

/** The words of Thai as PyThaiNLP lists them (`words.json`: source and licence there), made ready when first asked for. */
export const thaiDictionary = (): WordList => (compiled ??= compileWordList(unpackWords(packed.words)))

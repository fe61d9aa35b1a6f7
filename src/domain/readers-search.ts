import { languageFor } from '../engine/languages/catalog.ts'
import { foldText } from '../engine/memory/fold.ts'

/** A text as readers may look for it: no case, no diacritics, no tone marks; đ is d in every language, for names stand in all of them. */
export const foldForReaders = (text: string, language: string): string =>
  foldText(text, languageFor(language)).text.replaceAll('đ', 'd')

import type { Language } from '../languages/language.ts'
import type { NameReader } from './name-reader.ts'
import { readThaiNames } from './read-thai-names.ts'

/** The languages in whose script Vietnamese names can be read, by their tags; a new target language enters here. */
const readers: ReadonlyMap<string, NameReader> = new Map([['th', readThaiNames]])

export const nameReaderFor = ({ tag }: Language): NameReader | undefined => readers.get(tag)

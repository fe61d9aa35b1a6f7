import type { Language } from '../languages/language.ts'
import { foldCase } from '../text/fold-case.ts'
import type { GlossaryEntry, GlossaryTerm } from './glossary.ts'
import { buildPrefixTree, type PrefixTree } from '../text/prefix-tree.ts'

/** A term in the index, with the concept it belongs to. */
export interface IndexedTerm extends GlossaryTerm {
  readonly conceptId: string
}

/**
 * The terms of one language, compiled for searching. Spellings that the pack's `normalize` makes equal are equal (NFD, `hoà` and
 * `hòa`), and any run of white space stands for a space. Where capitals matter, an occurrence must show every capital of the term. Where
 * they do not, small letters will do, except for a name: `Áo` is not `áo`, and `Thứ Hai` is found in `thứ Hai` but not in `thứ hai`. A
 * name has a capital inside or is a single word; a capital that only begins several words (`Cải cách`) is how lists are written.
 */
export interface TermIndex {
  readonly language: Language
  readonly tree: PrefixTree
  /** The terms under each key of the tree. */
  readonly terms: readonly (readonly IndexedTerm[])[]
}

export function compileTermIndex(entries: readonly GlossaryEntry[], language: Language): TermIndex {
  const byKey = new Map<string, IndexedTerm[]>()
  for (const { conceptId, terms } of entries) {
    for (const term of terms) {
      if (term.language !== language.tag) continue
      const text = language.normalize(term.text).text.trim().replace(/\s+/g, ' ')
      if (text === '') continue
      const { status, caseSensitive } = term
      const indexed = { conceptId, language: term.language, text, status, caseSensitive }
      for (const key of keysOf(indexed)) {
        const known = byKey.get(key)
        if (known) known.push(indexed)
        else byKey.set(key, [indexed])
      }
    }
  }
  return { language, tree: buildPrefixTree([...byKey.keys()]), terms: [...byKey.values()] }
}

/** An abbreviation sign may be left out or resolved where the term is welcome: สหรัฐฯ is also found in สหรัฐ and in สหรัฐอเมริกา. */
function keysOf({ text, status }: IndexedTerm): readonly string[] {
  const key = foldCase(text)
  const isWelcome = status === 'preferred' || status === 'admitted'
  return isWelcome && /.ฯ$/u.test(key) ? [key, key.slice(0, -1)] : [key]
}

import type { ExpectedTerm, TermAccounting } from './glossary/expected-terms.ts'
import { findTerms } from './glossary/find-terms.ts'
import type { Glossary } from './glossary/glossary.ts'
import type { Language } from './languages/language.ts'
import type { ArticleName, ArticleNames } from './names/article-names.ts'
import type { NameMatch } from './names/find-names.ts'
import { renderNames, type NameRendering } from './names/render-names.ts'
import type { NormalizedText } from './text/normalize.ts'
import { contains } from './text/span.ts'

/** The names of a segment, and what its target makes of them. */
export interface SegmentNames {
  /** Proper names of the source's own language, in the source. */
  readonly names: readonly NameMatch[]
  /** What the article knows of each, and the forms that count. */
  readonly aboutName: ReadonlyMap<NameMatch, ArticleName>
  /** What the target makes of them; what the glossary has for a name that is a term stands in `terms` instead. */
  readonly nameRenderings: readonly NameRendering[]
  /** The glossary term that a name is or lies in. */
  readonly termOfName: ReadonlyMap<NameMatch, ExpectedTerm>
}

interface Segment {
  /** The source as given. */
  readonly given: string
  readonly source: NormalizedText
  readonly target: NormalizedText
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
  readonly glossary: Glossary
  readonly terms: TermAccounting
  readonly article: ArticleNames
}

/** What a person has decided, in the glossary or for the article, wins over the rules. */
export function segmentNames(segment: Segment): SegmentNames {
  const { given, source, target, sourceLanguage, targetLanguage, glossary, terms, article } = segment
  const names = article.namesIn(given, source)
  const termOfName = termsOfNames(names, terms.expected)
  const aboutName = new Map(
    names.map((name) => {
      const term = termOfName.get(name)
      const isTerm = term && contains(name.span, term.sourceSpan)
      return [name, called(article.about(name), isTerm ? term.accepted : [])] as const
    }),
  )
  const known = (names: Names) => namesInGlossary(names, glossary, sourceLanguage)
  // A target without a source may be about anything, so about places that everybody knows.
  const famous =
    source.text.trim() === '' ? known(article.famous).filter(({ key }) => !article.names.has(key)) : []
  const nameRenderings = renderNames({
    names,
    about: aboutName,
    elsewhere: [...known(article.names), ...famous],
    target,
    targetLanguage,
    taken: [
      ...terms.expected.flatMap(({ rendering }) => rendering?.span ?? []),
      ...terms.deprecated.map(({ span }) => span),
    ],
    answered: new Set(names.filter((name) => termOfName.get(name)?.rendering)),
  })
  return { names, aboutName, nameRenderings, termOfName }
}

/** Both lists are in order and without overlaps. */
function termsOfNames(
  names: readonly NameMatch[],
  expected: readonly ExpectedTerm[],
): ReadonlyMap<NameMatch, ExpectedTerm> {
  const found = new Map<NameMatch, ExpectedTerm>()
  let at = 0
  for (const name of names) {
    while (at < expected.length && expected[at]!.sourceSpan.end < name.span.end) at++
    const term = expected[at]
    if (term && contains(term.sourceSpan, name.span)) found.set(name, term)
  }
  return found
}

function called(known: ArticleName, [standard, ...accepted]: readonly string[]): ArticleName {
  if (standard === undefined) return known
  return { ...known, forms: { ...known.forms, standard, accepted, by: 'person' } }
}

/** A list, or a map's values. */
interface Names {
  values(): Iterable<ArticleName>
}

/** Names, those that are terms with the glossary's forms; looked up once for all segments of an article, and famous ones for all articles. */
function namesInGlossary(names: Names, glossary: Glossary, language: Language): readonly ArticleName[] {
  const known = lookedUp.get(names)
  if (known?.glossary === glossary) return known.made
  const made = Array.from(names.values(), (name) => {
    const [term] = findTerms(glossary.source, language.normalize(name.text))
    const isWhole = term?.span.start === 0 && term.span.end === name.text.length
    return called(name, isWhole ? term.terms.flatMap(({ conceptId }) => glossary.targetTerms(conceptId)) : [])
  })
  lookedUp.set(names, { glossary, made })
  return made
}

const lookedUp = new WeakMap<Names, { glossary: Glossary; made: readonly ArticleName[] }>()

/** What an article has: its source, and a draft in each of these languages. */
export interface ArticleHalves {
  readonly hasSource: boolean
  readonly draftLanguages: readonly string[]
}

/** What somebody wants to bring in, and in which language the draft is. */
export interface GivenHalves {
  readonly source: boolean
  readonly target: boolean
  readonly targetLanguage: string
}

/**
 * The one half that an import can add to an article that is here already; null when it has what is given. A source that comes after its
 * draft comes alone, since the draft that is there has to be cut anew beside it.
 */
export function missingHalf(article: ArticleHalves, given: GivenHalves): 'source' | 'target' | null {
  if (!article.hasSource) return given.source && article.draftLanguages.length === 1 ? 'source' : null
  return given.target && !article.draftLanguages.includes(given.targetLanguage) ? 'target' : null
}

import { NotFound, type Problem } from '../../../domain/errors.ts'
import { knownArticle, type KnownArticle } from '../../../storage/screens/known-article.ts'
import type { Workbench } from '../../../workbench.ts'
import type { Words } from '../../../i18n.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'
import { sourceLanguages, targetLanguages } from './languages.ts'

/** What somebody has typed, and what was wrong with it. */
interface Again {
  readonly values?: Readonly<Record<string, unknown>>
  readonly problems?: readonly Problem[]
}

/** The form that takes an article in: both halves, or the one that an article lacks. */
export async function importPage(
  { workbench, words }: { workbench: Workbench; words: Words },
  articleId: number | undefined,
  { values = {}, problems = [] }: Again = {},
): Promise<Response> {
  const article =
    articleId === undefined ? null : await knownArticle(workbench.storage.reader)({ id: articleId })
  if (articleId !== undefined && !article) throw new NotFound('article-not-found')
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  const languages = languagesFor(article)
  const model = {
    title: words.t(article ? 'imports.new.add-title' : 'imports.new.title'),
    here: paths.importPage(article ? { article: article.id } : {}),
    article,
    sides: [
      ...(article?.hasSource
        ? []
        : [{ side: 'source', languages: languages.source, language: typed('sourceLanguage') }]),
      ...(article && !article.hasSource
        ? []
        : [{ side: 'target', languages: languages.target, language: typed('targetLanguage') }]),
    ].map((panel) => ({
      ...panel,
      language: panel.languages.includes(panel.language) ? panel.language : (panel.languages[0] ?? 'und'),
      text: typed(panel.side),
    })),
    sourceUrl: typed('sourceUrl'),
    machineEngine: typed('machineEngine'),
    problems,
  }
  return page('imports/new', model, { status: problems.length > 0 ? 422 : 200 })
}

/** An article's language stands; it has one draft a language. */
function languagesFor(article: KnownArticle | null): { source: string[]; target: string[] } {
  if (!article) return { source: sourceLanguages, target: targetLanguages }
  const taken = new Set([article.sourceLanguage, ...article.draftLanguages])
  return {
    source: [article.sourceLanguage],
    target: targetLanguages.filter((language) => !taken.has(language)),
  }
}

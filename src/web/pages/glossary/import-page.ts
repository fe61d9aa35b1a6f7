import type { Problem } from '../../../domain/errors.ts'
import type { Words } from '../../../i18n.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'

/** Where a glossary file is uploaded or pasted. */
export const importPage = (
  { words }: { words: Words },
  { pasted = '', problems = [] }: { pasted?: string; problems?: readonly Problem[] } = {},
): Response =>
  page(
    'glossary/import',
    { title: words.t('glossary.import.title'), here: paths.glossaryImportPage(), pasted, problems },
    { status: problems.length > 0 ? 422 : 200 },
  )

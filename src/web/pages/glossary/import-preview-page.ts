import { rowStates, type RowState } from '../../../domain/glossary-plan.ts'
import type { Actor } from '../../../domain/people.ts'
import { glossaryImport } from '../../../storage/screens/glossary-import.ts'
import type { Context } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, type Response } from '../../response.ts'
import { subjectName } from './subject-name.ts'

interface Asked {
  readonly state?: RowState | 'all' | undefined
  readonly page?: number
  /** The person confirmed, but rows have errors and were not to be left out. */
  readonly refused?: boolean
}

/** What a file would do, row by row. Without a wish it shows the errors first, since they hold the import back. */
export async function importPreviewPage(
  {
    workbench,
    words,
    actor,
  }: Pick<Context<unknown, unknown, unknown, Actor>, 'workbench' | 'words' | 'actor'>,
  id: string,
  { state, page: asked = 1, refused = false }: Asked = {},
): Promise<Response> {
  const screen = glossaryImport(workbench.storage.reader)
  const { preview, ...shown } = await screen(id, actor.id, {
    state: state === 'all' ? null : (state ?? 'first'),
    page: asked,
  })
  const { counts } = preview
  const total = rowStates.reduce((sum, key) => sum + counts[key], 0)
  const model = {
    title: words.t('glossary.preview.title'),
    here: paths.glossaryImport(id),
    id,
    preview,
    ...shown,
    tabs: [
      ...rowStates.map((key) => ({ key, count: counts[key] })),
      { key: 'all' as const, count: total },
    ].map((tab) => ({ ...tab, href: paths.glossaryImport(id, { state: tab.key }) })),
    toImport: counts.added + counts.changed,
    pageHref: (number: number) => paths.glossaryImport(id, { state: shown.state ?? 'all', page: number }),
    subjectName: subjectName(words),
    refused,
  }
  return page('glossary/preview', model, { status: refused ? 422 : 200 })
}

import { z } from 'zod'
import { glossaryBrowser, glossaryStatuses } from '../../../storage/screens/glossary-browser.ts'
import { action } from '../../action.ts'
import { typedText } from '../../fields.ts'
import { paths } from '../../paths.ts'
import { page } from '../../response.ts'
import { subjectName } from './subject-name.ts'

export const browseAction = action({
  method: 'get',
  path: '/glossary',
  who: 'glossary.read',
  query: z.object({
    q: typedText(200).catch(''),
    subject: typedText(100).catch(''),
    status: z.enum(glossaryStatuses).catch('in-force'),
    page: z.coerce.number().int().positive().max(100_000).catch(1),
  }),
  async handle({ workbench, words, query }) {
    const browser = await glossaryBrowser(workbench.storage.reader)(query)
    const { q, subject, status } = query
    const given = { q, subject, ...(status === 'in-force' ? {} : { status }) }
    return page('glossary/browse', {
      title: words.t('glossary.browse.title'),
      ...browser,
      query,
      languages: languagesOf(browser.concepts),
      statuses: glossaryStatuses.map((key) => ({
        key,
        count: browser.counts[key],
        href: paths.glossary({ q, subject, status: key }),
      })),
      pageHref: (number: number) => paths.glossary({ ...given, page: number }),
      subjectName: subjectName(words),
    })
  },
})

/** The columns: source and target always, others when a concept on the page has them. */
const languagesOf = (concepts: readonly { readonly terms: readonly { readonly language: string }[] }[]) => [
  ...new Set(['vi', 'th', ...concepts.flatMap(({ terms }) => terms.map(({ language }) => language))]),
]

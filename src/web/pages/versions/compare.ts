import { z } from 'zod'
import type { Passage } from '../../../domain/comparison.ts'
import { comparedDraft } from '../../../storage/screens/compared-draft.ts'
import { draftPassages, machinePassages, versionPassages } from '../../../storage/screens/version-reading.ts'
import type { Workbench } from '../../../workbench.ts'
import { action } from '../../action.ts'
import { params } from '../../fields.ts'
import { page } from '../../response.ts'
import { compareOnPage } from './presenter.ts'

const pageSize = 300

/** A text of a draft: what the machine wrote, a version by its number, or the draft as it is. */
const which = z.union([z.enum(['machine', 'draft']), z.coerce.number().int().positive().max(1_000_000)])

/** Any two texts of a draft, the one against the other. */
export const compareDraftAction = action({
  method: 'get',
  path: '/drafts/:draftId/comparison',
  who: 'article.read',
  params: params('draftId'),
  query: z.object({
    from: which.catch('machine'),
    to: which.catch('draft'),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
  }),
  async handle({ workbench, words, params: { draftId }, query }) {
    const draft = await comparedDraft(workbench.storage.reader, draftId)
    const known = (one: z.output<typeof which>, otherwise: 'machine' | 'draft') =>
      typeof one === 'number' && !draft.versions.some(({ number }) => number === one) ? otherwise : one
    const [from, to] = [known(query.from, 'machine'), known(query.to, 'draft')]
    const passages = passagesOf(workbench, draft)
    const [earlier, now] = await Promise.all([passages(from), passages(to)])
    const start = (query.page - 1) * pageSize
    const { bySegment, changed } = await compareOnPage(now, earlier, draft.targetLanguage, {
      start,
      end: start + pageSize,
    })
    const rows = now.slice(start, start + pageSize).map((passage, index) => {
      const compared = bySegment.get(passage.segmentId)
      const parts = compared?.parts ?? [{ kind: 'same' as const, text: passage.text }]
      return {
        number: start + index + 1,
        segmentId: passage.segmentId,
        isChanged: compared?.isChanged === true,
        parts: parts.map((part) => ({ ...part, marks: [] })),
      }
    })
    return page('versions/compare', {
      title: words.t('articles.compare.title'),
      ...draft,
      from,
      to,
      changed,
      rows,
      page: query.page,
      pages: Math.max(1, Math.ceil(now.length / pageSize)),
    })
  },
})

const passagesOf =
  (
    { storage: { reader } }: Workbench,
    { draftId, versions }: { draftId: number; versions: readonly { id: number; number: number }[] },
  ) =>
  async (one: z.output<typeof which>): Promise<Passage[]> => {
    if (one === 'machine') return machinePassages(reader, draftId)
    if (one === 'draft') return draftPassages(reader, draftId)
    return versionPassages(reader, versions.find(({ number }) => number === one)?.id ?? 0)
  }

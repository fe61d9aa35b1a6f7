import { insight, insightDimensions } from '../../../storage/screens/insight.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page } from '../../response.ts'
import { charts, fewest } from './charts.ts'
import { insightAddress, insightFields, insightQuery } from './insight-query.ts'

export const insightAction = action({
  method: 'get',
  path: '/insight',
  who: 'insight.read',
  query: insightFields,
  async handle({ workbench, words, query: fields }) {
    const query = insightQuery(fields, workbench.clock())
    const found = await insight(workbench.storage.reader, query)
    const asked = insightAddress(query)
    return page('insight/show', {
      title: words.t('insight.title'),
      wide: true,
      here: paths.insight(),
      charts: charts(found, query.by, words),
      dimensions: insightDimensions,
      query,
      asked,
      people: found.people,
      engines: found.engines,
      sources: found.sources,
      since: found.outcomesSince,
      fewest,
    })
  },
})

import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { NotFound } from '../../../domain/errors.ts'
import { insight } from '../../../storage/screens/insight.ts'
import { action } from '../../action.ts'
import { text } from '../../response.ts'
import { chartIds, charts } from './charts.ts'
import { insightFields, insightQuery } from './insight-query.ts'

/** The figures of one picture, for a spreadsheet: UTF-8 with its mark, and no cell that would be taken for a formula. */
export const insightTableAction = action({
  method: 'get',
  path: '/insight/tables/:chart',
  who: 'insight.read',
  params: z.object({ chart: z.enum(chartIds) }),
  query: insightFields,
  async handle({ workbench, words, params, query: fields }) {
    const query = insightQuery(fields, workbench.clock())
    const found = await insight(workbench.storage.reader, query)
    const chart = charts(found, query.by, words).find(({ id }) => id === params.chart)
    if (!chart) throw new NotFound('page-not-found')
    const { head, rows } = chart.table
    return text('text/csv; charset=utf-8', stringify([head, ...rows], { bom: true, escape_formulas: true }), {
      headers: {
        'Content-Disposition': `attachment; filename="tukham-${params.chart}-${query.from}-${query.to}.csv"`,
      },
    })
  },
})

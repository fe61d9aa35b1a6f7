import { slice } from '../text/span.ts'
import type { Check } from './check.ts'
import { offered } from './offered-forms.ts'

/** A name of the source in another spelling than the standard one and its equals; a mild finding when it may be something else. */
export const nameVariant: Check = {
  id: 'name-variant',
  dimension: 'linguistic-conventions',
  severity: 'major',
  examples: [
    { source: 'Ông Lê Quang Hùng thăm tỉnh Hà Giang.', target: 'นาย[เล กวง ฮุง]เยือนจังหวัด[ฮาเกียง]' },
    { source: 'Ông Lê Quang Hùng thăm tỉnh Hà Giang.', target: 'นายเล กวาง หุ่งเยือนจังหวัดห่าซาง' },
    { source: 'Tỉnh Lâm Đồng đón khách.', target: 'จังหวัด[ลั มด่ง]ต้อนรับนักท่องเที่ยว' },
    { source: 'Du khách đến Hội An.', target: 'นักท่องเที่ยวไปฮอยอัน' },
    {
      source: 'Du khách đến Hội An.',
      target: 'นักท่องเที่ยวไป[ฮอยอัน]',
      terms: [{ source: 'Hội An', preferred: 'โห่ยอาน' }],
    },
  ],
  run({ state, target, nameRenderings }) {
    if (state !== 'translated') return []
    return nameRenderings
      .filter(({ status }) => status === 'variant')
      .map(({ span, name, origin, sureness }) => ({
        side: 'target' as const,
        span,
        ...(origin ? { sourceSpan: origin.span } : {}),
        values: { name: name.text, found: slice(target.text, span), sureness: Math.round(sureness * 100) },
        ...offered(name.forms),
        ...(sureness < SURE ? { severity: 'minor' as const } : {}),
      }))
  },
}

/** Below this a person should look before anything is blocked. */
const SURE = 0.7

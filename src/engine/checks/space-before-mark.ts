import type { Check } from './check.ts'

/** A space before a closing mark or after an opening one. */
export const spaceBeforeMark: Check = {
  id: 'space-before-mark',
  dimension: 'linguistic-conventions',
  severity: 'minor',
  examples: [
    { source: 'Ông nói: “Tốt lắm!”', target: 'เขากล่าวว่า “ดีมาก[ ]!”', mended: 'เขากล่าวว่า “ดีมาก!”' },
    { source: 'Giá tăng (5%).', target: 'ราคาเพิ่มขึ้น ([ ]5%[ ])', mended: 'ราคาเพิ่มขึ้น (5%)' },
    { source: 'Có gạo, ngô, khoai…', target: 'มีข้าว ข้าวโพด มันเทศ ...' },
  ],
  run({ state, target: { text } }) {
    if (state !== 'translated') return []
    return Array.from(text.matchAll(STRAY_SPACE), ({ 0: spaces, index }) => ({
      side: 'target',
      span: { start: index, end: index + spaces.length },
      replacement: '',
    }))
  },
}

/** Not before a full stop, comma or mark that begins something itself: `.NET`, `...`, `:)`. */
const STRAY_SPACE =
  /(?<=[\p{L}\p{M}\p{N}%)”])[ \u00A0]+(?=[,;!?)”»](?![\p{L}\p{N}]))|(?<=[(“«])[ \u00A0]+(?=\S)/gu

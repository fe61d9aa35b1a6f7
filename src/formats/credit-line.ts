import type { Span } from '../engine/text/span.ts'
import { isName } from './dateline.ts'
import { width } from './page-line.ts'

/** The name in a line that only says who wrote it: `Tác giả: Lê An`, `Theo TTXVN`, `โดย สมชาย`. Offsets in the line. */
export function readCredit(text: string): Span | null {
  if (text.length > 120) return null
  const label =
    /^(?:(?:tác giả|bài(?: và ảnh)?|thực hiện|phóng viên|pv|người viết|biên dịch|dịch|nguồn|nguồn tin|author|source|ผู้เขียน|ผู้สื่อข่าว|เรื่อง|เรียบเรียง|แปล|ที่มา|แหล่งที่มา|เครดิต)\s*[:：]|(?:theo|by|written by|โดย|เขียนโดย|เรียบเรียงโดย|แปลโดย)(?:\s*[:：]|\s))\s*/i.exec(
      text,
    )
  if (!label) return null
  const name = text.slice(label[0].length)
  return name !== '' && isName(name) ? { start: label[0].length, end: text.length } : null
}

/** A picture's words, known by the credit that they begin or end with: `… Ảnh: TTXVN`, `(ภาพ: รอยเตอร์)`. */
export const isCaption = (text: string): boolean =>
  width(text) <= 300 &&
  /(?:^|[\s.(–-])(?:ảnh|ảnh chụp|ảnh minh họa|minh họa|video|clip|đồ họa|nguồn ảnh|ภาพ|ภาพถ่าย|ที่มาภาพ|ภาพจาก|เครดิตภาพ|คลิป|photo|image|credit)\s*[:：]\s*[^.]{1,60}\)?\.?$|^(?:chú thích ảnh|ภาพประกอบ|คำบรรยายภาพ|ảnh minh họa)/i.test(
    text,
  )

/** The address in a line that holds a label such as `Nguồn:` or `ที่มา:` and an address, or an address alone. */
export function readSourceUrl(text: string): string | null {
  const address = /^(?:[\p{L}\p{M} ]{1,30}\s*[:：]\s*)?[<(]?(https?:\/\/[^\s<>"]{4,2000}?)[>).,;]*$/iu.exec(
    text,
  )?.[1]
  return address ? httpAddress(address) : null
}

/** A label that waits for an address on the next line. */
export const isSourceLabel = (text: string): boolean =>
  /^(nguồn|nguồn tin|link gốc|bài gốc|xem bài gốc|theo|ที่มา|แหล่งที่มา|อ้างอิง|ต้นฉบับ|source|original)\s*[:：]?$/i.test(
    text,
  )

/** The address as it was written, when it is a whole http or https address. */
export function httpAddress(address: string): string | null {
  const trimmed = address.trim()
  return trimmed.length <= 2000 && /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(trimmed) && URL.canParse(trimmed)
    ? trimmed
    : null
}

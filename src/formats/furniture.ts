import { furniturePatterns, furnitureWords, noticePattern, sectionWords } from './furniture-words.ts'
import type { DropReason } from './imported-page.ts'
import { hasThai, width, wordCount } from './page-line.ts'

/** Why a line is furniture wherever it stands; null when its words say nothing. */
export function furnitureReason(text: string): DropReason | null {
  if (text.length > 600) return null
  if (noticePattern.test(text)) return 'notice'
  if (text.length > 200) return null
  return (
    wordReasons.get(bareWords(text)) ??
    furniturePatterns.find(([pattern]) => pattern.test(text))?.[1] ??
    (isMenu(text) || isWayBack(text) ? 'navigation' : null)
  )
}

/** Does the line announce a list of other articles ("Tin liên quan")? */
export const opensList = (text: string): boolean =>
  text.length <= 60 && wordReasons.get(bareWords(text)) === 'other-headlines'

/** The name of a section or a network and nothing more. */
export const isSectionName = (text: string): boolean => text.length <= 60 && sections.has(bareWords(text))

/** A newspaper presenting itself: an address, or "electronic newspaper of …", in a line too short to be news. */
export const isSiteName = (text: string): boolean =>
  width(text) <= 90 &&
  (/(?:^|[\s|–-])(?:www\.)?[\w-]{2,40}\.(?:vn|com|net|org|info|tv|co\.th|or\.th|go\.th|in\.th)(?!\w)/i.test(
    text,
  ) ||
    /^(?:báo điện tử|báo mạng|cổng thông tin|trang thông tin|trang tin|tạp chí|cơ quan ngôn luận|cơ quan của|tiếng nói của|สำนักข่าว|หนังสือพิมพ์|เว็บไซต์|เว็บข่าว|ศูนย์ข่าว)/i.test(
      text,
    ))

/** Too short for a headline: a menu item or a category. */
export const isLabel = (text: string): boolean => (hasThai(text) ? width(text) < 20 : wordCount(text) <= 4)

const wordReasons: ReadonlyMap<string, DropReason> = new Map(
  (Object.entries(furnitureWords) as [DropReason, readonly string[]][]).flatMap(([reason, words]) =>
    words.map((word): [string, DropReason] => [word, reason]),
  ),
)

const sections: ReadonlySet<string> = new Set(sectionWords)

/** Lower case, without what stands at the ends: bullets, arrows, colons, a counter. */
const bareWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]*(?:[([]?\d[\d.,]*\+?[)\]]?)?[^\p{L}\p{M}\p{N}]*$/gu, '')
    .replace(/\s+/g, ' ')

/** A breadcrumb or a menu on one line: short parts between separators, at least half of them known. */
function isMenu(text: string): boolean {
  const parts = text.split(/\s*[|›»>•·\t]\s*|\s{3,}|\s\/\s/).filter((part) => part !== '')
  const known = parts.filter((part) => sections.has(bareWords(part)) || wordReasons.has(bareWords(part)))
  return parts.length >= 2 && known.length * 2 >= parts.length && parts.every((part) => width(part) <= 60)
}

/** "Back to Sport", at the foot of an article. */
function isWayBack(text: string): boolean {
  const words = bareWords(text)
  const section = words.replace(/^(?:trở lại|quay lại|về trang|กลับไปหน้า|กลับไป|back to) ?/, '')
  return section !== words && sections.has(section)
}

import type { Words } from '../../../i18n.ts'

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago something was, in the largest unit that has passed at least once: "3 hours ago". */
export function timeAgo({ locale, t }: Words, then: Date, now: Date): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const passed = Math.max(0, now.getTime() - then.getTime())
  for (const [unit, length] of steps)
    if (passed >= length) return format.format(-Math.floor(passed / length), unit)
  return t('articles.list.just-now')
}

import { deskTimeZone } from '../../../domain/desk-time.ts'

/**
 * Days as readers of the language write them, with the era where their calendar is not the Gregorian one (พ.ศ. in Thai). A moment is the
 * day that it is at the desk; an ISO date is itself.
 */
export function longDate(language: string): (value: Date | string) => string {
  const { calendar, locale } = new Intl.DateTimeFormat([language, 'en']).resolvedOptions()
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
      ...(calendar === 'gregory' ? {} : { era: 'short' }),
    })
  const here = format(deskTimeZone)
  const asWritten = format('UTC')
  return (value) => (typeof value === 'string' ? asWritten.format(new Date(value)) : here.format(value))
}

import fs from 'node:fs'
import path from 'node:path'
import { createInstance } from 'i18next'
import { deskTimeZone as timeZone } from './domain/desk-time.ts'
import type { Problem } from './domain/errors.ts'
import { interfaceLocales, type InterfaceLocale } from './domain/people.ts'
import { projectRoot } from './project-root.ts'

export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string

export interface Words {
  readonly locale: InterfaceLocale
  readonly t: Translate
  /** What is wrong with a field. A problem's key stands below `errors.field`, or with a dot in it is a whole one. */
  problemText(problem: Pick<Problem, 'key' | 'values'>): string
  date(value: Date | string): string
  dateTime(value: Date): string
  number(value: number): string
  percent(value: number): string
  /** The name of a language in the interface's language. */
  languageName(tag: string): string
}

/** Dates as readers of each language write them: the Buddhist calendar in Thai. */
const calendars: Readonly<Record<InterfaceLocale, string>> = {
  vi: 'vi-VN',
  th: 'th-TH-u-ca-buddhist',
  en: 'en-GB',
}

const i18n = createInstance()
await i18n.init({
  lng: 'en',
  fallbackLng: false,
  supportedLngs: interfaceLocales,
  resources: Object.fromEntries(
    interfaceLocales.map((locale) => [locale, { translation: readLocale(locale) }]),
  ),
  // The views escape; escaping twice would show the marks.
  interpolation: { escapeValue: false },
  initAsync: false,
})

const words = new Map(interfaceLocales.map((locale) => [locale, createWords(locale)]))

/** Everything an interface language has to say. */
export function wordsOf(locale: InterfaceLocale): Words {
  const found = words.get(locale)
  if (!found) throw new Error(`no interface language ${locale}`)
  return found
}

function createWords(locale: InterfaceLocale): Words {
  const fixed = i18n.getFixedT(locale)
  // i18next takes 20 µs a call; a page asks for the same few hundred words again and again.
  const known = new Map<string, string>()
  const t: Translate = (key, values) => {
    if (values) return fixed(key, values)
    let text = known.get(key)
    if (text === undefined) known.set(key, (text = fixed(key)))
    return text
  }
  const tag = calendars[locale]
  // CLDR's medium style abbreviates Vietnamese months, which no newspaper does.
  const date: Intl.DateTimeFormatOptions =
    locale === 'vi' ? { day: 'numeric', month: 'numeric', year: 'numeric' } : { dateStyle: 'medium' }
  const time: Intl.DateTimeFormatOptions =
    locale === 'vi' ? { hour: '2-digit', minute: '2-digit' } : { timeStyle: 'short' }
  const day = new Intl.DateTimeFormat(tag, { ...date, timeZone })
  const isoDay = new Intl.DateTimeFormat(tag, { ...date, timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { ...date, ...time, timeZone })
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const numbers = new Intl.NumberFormat(tag)
  const percents = new Intl.NumberFormat(tag, { style: 'percent' })
  return {
    locale,
    t,
    problemText({ key, values = {} }) {
      const text = t(key.includes('.') ? key : `errors.field.${key}`, values)
      return typeof values.file === 'string' ? `${values.file}: ${text}` : text
    },
    date: (value) => (typeof value === 'string' ? isoDay.format(new Date(value)) : day.format(value)),
    dateTime: (value) => moment.format(value),
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value),
    languageName: (code) => names.of(code) ?? code,
  }
}

function readLocale(locale: InterfaceLocale): Record<string, unknown> {
  const folder = path.join(projectRoot, 'locales', locale)
  return Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        path.basename(file, '.json'),
        JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as unknown,
      ]),
  )
}

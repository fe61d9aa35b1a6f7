import type { Language } from '../languages/language.ts'

/** One term is the other cut short or drawn out (`การเวนคืนที่ดิน`, `เวนคืนที่ดิน`), or the language knows both as forms of one name. */
export const isSameWord = (a: string, b: string, { otherForms = () => [] }: Language): boolean =>
  a.includes(b) || b.includes(a) || otherForms(a).includes(b) || otherForms(b).includes(a)

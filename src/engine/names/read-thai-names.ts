import { thaiDictionary } from '../languages/th/dictionary.ts'
import type { ArticleName } from './article-names.ts'
import { joinThai, type JoinedThai } from './joined-thai.ts'
import type { NameForms } from './name-forms.ts'
import type { FoundName, NameReader } from './name-reader.ts'
import { readNames, type ReadName } from './read-names.ts'

/** Vietnamese names in Thai letters. */
export const readThaiNames: NameReader = (names, target, isFree) => {
  const thai = joinThai(target)
  const wanted = names.map(({ name: { forms, syllables }, inSource }) => ({
    syllables: forms.standard === undefined ? null : syllables,
    forms: joined(forms),
    cap: capFor(syllables?.length ?? 0, inSource > 0),
  }))
  const mayStand = (start: number, end: number) => isFree(thai.toOriginal({ start, end }))
  const reads = readNames(thai, wanted, thaiDictionary(), mayStand).filter(
    (read) => read.isKnownForm || read.isWhole || names[read.name]!.name.syllables?.length !== 1,
  )
  return withoutSurplus(reads, (read) => names[read.name]!.inSource, thai).map((read): FoundName => {
    const { name, inSource } = names[read.name]!
    const status = statusOf(read, thai, name)
    const sureness = status === 'variant' ? surenessOf(read, inSource > 0) : 1
    return { span: thai.toOriginal(read), status, name, sureness }
  })
}

/** How far a spelling may be: the more syllables agree, the more one may differ; elsewhere all but tones and lengths must agree. */
function capFor(syllables: number, isInSource: boolean): number {
  if (!isInSource) return syllables === 1 ? 0 : ELSEWHERE
  return syllables === 1 ? 0.14 : syllables === 2 ? 0.23 : 0.27
}
const ELSEWHERE = 0.06
const SURPLUS = 0.1

/**
 * Each rendering answers for one occurrence in the source, the surest first. What is left over is only a name where it is spelled as one
 * that answers, or sounds almost right: a target may say a name more often than its source.
 */
function withoutSurplus(
  reads: readonly ReadName[],
  inSource: (read: ReadName) => number,
  thai: JoinedThai,
): readonly ReadName[] {
  const letters = (read: ReadName) => thai.text.slice(read.start, read.end)
  const answering = new Map<number, { count: number; readonly spelled: Set<string> }>()
  for (const read of reads.toSorted((a, b) => a.cost - b.cost)) {
    const so = answering.get(read.name) ?? { count: 0, spelled: new Set() }
    if (so.count >= inSource(read)) continue
    so.count++
    so.spelled.add(letters(read))
    answering.set(read.name, so)
  }
  return reads.filter((read) => read.cost <= SURPLUS || answering.get(read.name)?.spelled.has(letters(read)))
}

function joined(forms: NameForms): readonly string[] {
  const known = joinedForms.get(forms)
  if (known) return known
  const made = [...new Set([forms.standard ?? [], ...forms.accepted].flat().map(join))]
  joinedForms.set(forms, made)
  return made
}

const joinedForms = new WeakMap<NameForms, readonly string[]>()

/** Spaces and hyphens are no part of a form's letters. */
const join = (form: string): string => form.normalize('NFC').replace(/[\s–-]/g, '')

/** A form whose letters are right is right where its spaces fall between syllables. */
function statusOf(read: ReadName, thai: JoinedThai, { forms }: ArticleName): FoundName['status'] {
  if (!read.isKnownForm) return 'variant'
  const letters = thai.text.slice(read.start, read.end)
  const known = [forms.standard ?? [], ...forms.accepted].flat().filter((form) => join(form) === letters)
  const mayBreak = new Set(known.flatMap(breaksOf))
  for (let at = read.start + 1; at < read.end; at++)
    if (thai.isBroken(at) && !mayBreak.has(at - read.start)) return 'variant'
  return thai.written(read) === forms.standard?.normalize('NFC') ? 'standard' : 'accepted'
}

/** Offsets in the joined form where the form has a space or hyphen. */
function breaksOf(form: string): readonly number[] {
  const pieces = form.normalize('NFC').split(/[\s–-]+/)
  let at = 0
  return pieces.slice(0, -1).map((piece) => (at += piece.length))
}

function surenessOf({ cost, isWhole }: ReadName, isInSource: boolean): number {
  const doubts = 2 * cost + (isWhole ? 0 : 0.2) + (isInSource ? 0 : 0.2)
  return Math.max(0.5, 1 - doubts)
}

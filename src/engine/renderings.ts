import type { AnalyzedSegment } from './analyze.ts'
import type { GlossaryTerm } from './glossary/glossary.ts'
import type { NameRendering } from './names/render-names.ts'
import { slice, type Span } from './text/span.ts'
import type { Transliteration } from './transliteration/transliteration.ts'

/** How one concept or name of an article's source is rendered through its draft. */
export interface RenderingSummary {
  /** Stable within an article: the concepts' ids, or the name's key. */
  readonly key: string
  readonly kind: 'concept' | 'name'
  /** As first written in the source. */
  readonly source: string
  readonly occurrences: number
  /** The commonest first. */
  readonly renderings: readonly RenderingForm[]
  /** Occurrences of the source that no rendering found answers for. */
  readonly missing: number
  /** The glossary's preferred rendering, or the standard form of a name. */
  readonly preferred?: string
  /** How the rules come to the form of a name; absent for concepts and where the rules say nothing. */
  readonly transliteration?: Transliteration
}

export interface RenderingForm {
  readonly text: string
  /** Of a term, what the glossary says of it; of a name, see `NameRendering`. */
  readonly status: GlossaryTerm['status'] | NameRendering['status']
  readonly count: number
  readonly places: readonly RenderingPlace[]
}

export interface RenderingPlace {
  readonly segmentIndex: number
  /** In the segment's target as given. */
  readonly span: Span
}

/**
 * Sums up an article: every glossary concept and every name of its source, in order of appearance, with what the targets of its
 * segments make of it. A name that is a glossary term is counted as the concept.
 */
export function summarizeRenderings(segments: readonly AnalyzedSegment[]): readonly RenderingSummary[] {
  const summaries = new Map<string, Draft>()
  const draftFor = (key: string, kind: Draft['kind'], source: string): Draft => {
    const known = summaries.get(key)
    if (known) return known
    const draft: Draft = { key, kind, source, occurrences: 0, forms: new Map() }
    summaries.set(key, draft)
    return draft
  }

  segments.forEach((segment, segmentIndex) => {
    const { source, target, terms, names, aboutName, nameRenderings, termOfName } = segment
    for (const { sourceSpan, concepts, accepted } of terms.expected) {
      const draft = draftFor(keyOf(concepts), 'concept', slice(source.text, sourceSpan))
      draft.occurrences++
      draft.preferred ??= accepted[0]
    }
    for (const match of names) {
      const name = aboutName.get(match)
      if (!name || termOfName.has(match)) continue
      const draft = draftFor(name.key, 'name', name.text)
      draft.occurrences++
      draft.preferred ??= name.forms.standard
      draft.transliteration ??= name.forms.transliteration ?? undefined
    }

    const place = (draft: Draft | undefined, span: Span, status: RenderingForm['status']) => {
      const text = slice(target.text, span)
      const form = draft?.forms.get(text) ?? { text, status, places: [] }
      form.places.push({ segmentIndex, span })
      draft?.forms.set(text, form)
    }
    for (const { concepts, rendering } of terms.expected) {
      // A short form that the language has for the name is as good as an admitted term.
      const status = rendering ? (rendering.term?.status ?? 'admitted') : null
      if (rendering && status && isGood(status)) place(summaries.get(keyOf(concepts)), rendering.span, status)
    }
    for (const { span, term, origin } of terms.deprecated) {
      place(summaries.get(keyOf(origin.concepts)), span, term.status)
    }
    for (const { span, name, origin, status } of nameRenderings) {
      const term = origin && termOfName.get(origin)
      // What the glossary has for a term stands in `terms`.
      if (!term) place(summaries.get(name.key), span, status)
      else if (!isRight(status)) place(summaries.get(keyOf(term.concepts)), span, status)
    }
  })
  return Array.from(summaries.values(), finish)
}

/** Homonyms are counted together, because the text does not tell them apart. */
const keyOf = (concepts: readonly string[]): string => concepts.join(' ')

interface Draft {
  readonly key: string
  readonly kind: 'concept' | 'name'
  readonly source: string
  occurrences: number
  preferred?: string | undefined
  transliteration?: Transliteration | undefined
  readonly forms: Map<string, { text: string; status: RenderingForm['status']; places: RenderingPlace[] }>
}

const isRight = (status: NameRendering['status']): boolean => status === 'standard' || status === 'accepted'
const isGood = (status: GlossaryTerm['status']): boolean => status === 'preferred' || status === 'admitted'

function finish(draft: Draft): RenderingSummary {
  const { key, kind, source, occurrences, preferred, transliteration, forms } = draft
  const renderings = Array.from(forms.values(), (form) => ({ ...form, count: form.places.length }))
  const found = renderings.reduce((sum, { count }) => sum + count, 0)
  return {
    key,
    kind,
    source,
    occurrences,
    renderings: renderings.toSorted((a, b) => b.count - a.count),
    missing: Math.max(0, occurrences - found),
    ...(preferred === undefined ? {} : { preferred }),
    ...(transliteration === undefined ? {} : { transliteration }),
  }
}

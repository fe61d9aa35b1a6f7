import type { ExplainedSyllable } from '../transliteration.ts'
import { initials } from './initials.ts'
import { openClasses, type Reading } from './open-classes.ts'
import { readSyllable, type Syllable } from './read-syllable.ts'
import { finals, isStop, shapeOf, vowels } from './rimes.ts'
import { shortens, toneWriting, type ToneWriting } from './tones.ts'

/** One syllable by the rules, with the forms of its open classes; null when it is not spelled as Vietnamese. */
export function writeSyllable(source: string): ExplainedSyllable | null {
  const syllable = readSyllable(source)
  if (!syllable) return null
  const classes = openClasses.filter((openClass) => openClass.has(syllable))
  const readings = classes.reduce(
    (all, openClass) => all.flatMap((reading) => openClass.readings(reading, syllable)),
    [byTable(syllable)],
  )
  const [chosen, ...others] = readings.map((reading) => write(syllable, reading))
  const { text, onset, glide, tone, reading } = chosen!
  // Without an initial the glide stands in its place.
  const glideLeads = syllable.glide !== '' && !reading.hasGlide
  const alternates = [...new Set(others.map((other) => other.text))].filter((other) => other !== text)
  return {
    kind: 'syllable',
    source,
    text,
    alternates,
    initial: { source: syllable.initial, text: glideLeads ? '' : onset, class: reading.initial.class },
    ...(syllable.glide === ''
      ? {}
      : { medial: { source: syllable.glide, text: glideLeads ? onset : glide } }),
    rime: {
      source: syllable.rime,
      text: reading.shape + finals[syllable.final]!,
      short: reading.isShort && reading.shape !== longShape(syllable),
    },
    tone: { source: syllable.tone, text: tone.mark, class: tone.class },
    ...(alternates.length > 0 ? { openClass: classes[0]!.key } : {}),
    cites: 'royal-society-2012',
  }
}

function byTable({ initialRow, glide, vowel, final, tone }: Syllable): Reading {
  const row = vowels[vowel]!
  const isShort = shortens(tone) || row.shortBefore.includes(final === 'k' ? 'c' : final)
  const hasGlide = glide !== ''
  const shape = shapeOf(row, isShort, final !== '', hasGlide)
  return { initial: initials[initialRow]!, hasGlide, leadsBoth: false, shape, isShort }
}

const longShape = ({ vowel, final, glide }: Syllable): string =>
  shapeOf(vowels[vowel]!, false, final !== '', glide !== '')

interface Written {
  readonly reading: Reading
  readonly text: string
  readonly onset: string
  readonly glide: string
  readonly tone: ToneWriting
}

/** The mark of the tone stands on the last consonant of the onset, above its vowel sign; no ็ remains beside it. */
function write(syllable: Syllable, reading: Reading): Written {
  const isDead = isStop(syllable.final) || (syllable.final === '' && !vowels[syllable.vowel]!.endsInGlide)
  const { isShort } = reading
  const tone = toneWriting(syllable.tone, reading.initial.class, { isDead, isShort })
  const { apart, onset, glide } = onsetOf(reading, tone.high)
  const [leading = '', following = ''] = reading.shape.split('-')
  const [, signs = '', rest = ''] = /^([\u0E31\u0E34-\u0E39\u0E47]*)(.*)$/.exec(following) ?? []
  const kept = tone.mark === '' ? signs : signs.replace('\u0E47', '')
  const head = apart ? onset + leading + glide : leading + onset + glide
  return {
    reading,
    text: head + kept + tone.mark + rest + finals[syllable.final]!,
    onset,
    glide,
    tone,
  }
}

function onsetOf({ initial, hasGlide, leadsBoth }: Reading, high: boolean) {
  const apart = high && hasGlide && initial.standsApart && !leadsBoth
  const onset = high && !apart ? initial.high : initial.low
  return { apart, onset, glide: hasGlide ? (apart ? 'หว' : 'ว') : '' }
}

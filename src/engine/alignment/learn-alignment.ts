import type { Language } from '../languages/language.ts'
import type { AlignmentModel, LearntFrom } from './alignment-model.ts'
import { gapsOf, learnBreaks } from './learn-breaks.ts'
import { learnLexicon } from './learn-lexicon.ts'
import type { WordPair } from './learn-lexicon.ts'
import { expressionsIn, packLexicon, unpackLexicon, wordsIn } from './lexicon.ts'

/** A source text and the translation that a person says belongs to it. */
export interface TaughtSegment {
  readonly source: string
  readonly target: string
  /** What follows is of another text, so that nothing is known about how this segment's end looks beside it. */
  readonly lastOfText?: boolean
}

/**
 * Goes on learning from segments in the order of their texts; what the prior model knows counts as evidence already seen. No segments
 * leave the model as it is; the same segments give the same model. Linear in the texts.
 */
export const learnAlignment = (
  prior: AlignmentModel,
  segments: readonly TaughtSegment[],
  from: Language,
  to: Language,
): AlignmentModel => learnFromLessons(prior, [{ kind: 'segments', segments }], from, to)

/** Segments of one kind, learnt together. */
export interface Lesson {
  readonly kind: keyof LearntFrom
  readonly segments: readonly TaughtSegment[]
  /** How many things of its kind the lesson is; the segments, unless it says otherwise. */
  readonly count?: number
}

/** Sentences out of context, in the order of files that were translated by machine, say less about where sentences end. */
const BREAKS_COUNT_AS: Readonly<Record<keyof LearntFrom, number>> = {
  names: 0,
  pairs: 0.3,
  documents: 1,
  segments: 1,
}

/** In a language with signs for sentence ends, so many sentences go without; the others teach with their sign taken away. */
const UNMARKED_SHARE = 0.5

export function learnFromLessons(
  prior: AlignmentModel,
  lessons: readonly Lesson[],
  from: Language,
  to: Language,
): AlignmentModel {
  if (lessons.every(({ segments }) => segments.length === 0)) return prior
  const spelled = lessons.map(({ segments, ...lesson }) => ({
    ...lesson,
    segments: segments.map(({ source, target, lastOfText = false }) => ({
      source: from.normalize(source).text.trim(),
      target: to.normalize(target).text.trim(),
      lastOfText,
    })),
  }))
  const pairs = spelled.flatMap(({ segments }) =>
    segments
      .filter(({ source, target }) => source !== '' && target !== '')
      .map(({ source, target }): WordPair => ({
        expressions: expressionsIn(source, from),
        words: wordsIn(target, to),
        weight: 1,
      })),
  )
  const breaks = (side: 'source' | 'target', language: Language, known: AlignmentModel['breaks']['from']) => {
    const examples = spelled.flatMap(({ kind, segments }) =>
      BREAKS_COUNT_AS[kind] === 0
        ? []
        : textsOf(segments).flatMap((text) =>
            gapsOf(
              text.map((segment) => segment[side]).filter((one) => one !== ''),
              language,
              BREAKS_COUNT_AS[kind],
            ),
          ),
    )
    return examples.length === 0
      ? known
      : learnBreaks(
          known ?? language.unmarkedBreaks?.weights() ?? {},
          examples,
          language.sentences('') === null ? 1 : UNMARKED_SHARE,
        )
  }
  const learnt = (kind: keyof LearntFrom) =>
    spelled
      .filter((lesson) => lesson.kind === kind)
      .reduce((sum, { count, segments }) => sum + (count ?? segments.length), prior.learntFrom[kind])
  return {
    from: from.tag,
    to: to.tag,
    learntFrom: {
      names: learnt('names'),
      pairs: learnt('pairs'),
      documents: learnt('documents'),
      segments: learnt('segments'),
    },
    lexicon: packLexicon(learnLexicon(unpackLexicon(prior.lexicon), pairs)),
    breaks: {
      from: breaks('source', from, prior.breaks.from),
      to: breaks('target', to, prior.breaks.to),
    },
  }
}

function textsOf<Segment extends { readonly lastOfText: boolean }>(
  segments: readonly Segment[],
): Segment[][] {
  const texts: Segment[][] = [[]]
  for (const segment of segments) {
    texts.at(-1)!.push(segment)
    if (segment.lastOfText) texts.push([])
  }
  return texts
}

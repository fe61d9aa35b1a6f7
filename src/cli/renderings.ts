import { summarizeRenderings, type RenderingForm, type RenderingSummary } from '../engine/renderings.ts'
import type { Span } from '../engine/text/span.ts'
import type { Words } from '../i18n.ts'
import { readBilingualFiles, readGlossary, type FileSegment } from './bilingual-files.ts'
import { readPairArguments, type PairRequest } from './pair-arguments.ts'

const USAGE = `usage: tukham renderings --from vi --to th [--glossary FILE.csv] [--language en|vi|th] [--json] SOURCE.txt TARGET.txt
`

/**
 * `tukham renderings`: every name and glossary concept of a source, and how its translation renders each, with counts. With --json one object,
 * `{"renderings":[{"source","kind","occurrences","missing","preferred"?,"forms":[{"text","status","count","places":[[start,end],…]}]}]}`;
 * places are UTF-16 ranges of the target file. Returns the exit code.
 */
export async function renderingsCommand(args: string[]): Promise<number> {
  const request = readArguments(args)
  if (typeof request === 'string') {
    process.stderr.write(`tukham renderings: ${request}\n${USAGE}`)
    return 2
  }
  const glossary = await readGlossary(request.glossary, request)
  const { segments } = await readBilingualFiles(request.files, request, glossary)
  const summaries = summarizeRenderings(segments)
  process.stdout.write(
    request.json
      ? `${JSON.stringify({ renderings: summaries.map((each) => flat(each, segments)) })}\n`
      : table(summaries, request.words),
  )
  return 0
}

interface Request extends PairRequest {
  readonly files: readonly [string, string]
}

/** The request, or what is wrong with it. */
function readArguments(args: string[]): Request | string {
  const request = readPairArguments(args)
  if (typeof request === 'string') return request
  const [source, target, ...more] = request.files
  if (source === undefined || target === undefined || more.length > 0)
    return 'give a source and a target file.'
  return { ...request, files: [source, target] }
}

function flat(
  { source, kind, occurrences, missing, preferred, renderings }: RenderingSummary,
  segments: readonly FileSegment[],
): object {
  const inFile = (index: number, { start, end }: Span) => {
    const by = segments[index]!.targetStart
    return [start + by, end + by]
  }
  return {
    source,
    kind,
    occurrences,
    missing,
    ...(preferred === undefined ? {} : { preferred }),
    forms: renderings.map(({ text, status, count, places }) => ({
      text,
      status,
      count,
      places: places.map(({ segmentIndex, span }) => inFile(segmentIndex, span)),
    })),
  }
}

/** Each name with its renderings below it, the commonest first. */
function table(summaries: readonly RenderingSummary[], { t }: Words): string {
  const form = ({ text, status, count }: RenderingForm) =>
    `    ${String(count).padStart(3)} × ${text}  (${t(`cli.renderings.${status}`)})\n`
  return summaries
    .map(({ source, occurrences, missing, preferred, renderings }) => {
      const isUsed = renderings.some(({ text }) => text === preferred)
      return [
        `${source}  × ${occurrences}\n`,
        ...renderings.map(form),
        ...(missing > 0 ? [`    ${String(missing).padStart(3)} × ${t('cli.renderings.missing')}\n`] : []),
        ...(preferred !== undefined && !isUsed ? [`        → ${preferred}\n`] : []),
      ].join('')
    })
    .join('')
}

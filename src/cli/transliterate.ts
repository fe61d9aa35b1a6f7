import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { languageFor } from '../engine/languages/catalog.ts'
import { transliterate } from '../engine/transliteration/transliterate.ts'
import type { ExplainedPart, NameKind, Transliteration } from '../engine/transliteration/transliteration.ts'

const USAGE = `usage: tukham transliterate --from vi --to th [--kind person|place] [--explain] [--json] [NAME…]
Without names on the command line, one name a line is read from standard input.
`

/**
 * `tukham transliterate`: how names are written in the other language, and with --explain why. With --json one
 * `{"source","target","alternates","origin"}` a line; `target` and `origin` are null where the rules say nothing. Returns the exit code.
 */
export async function transliterateCommand(args: string[]): Promise<number> {
  const request = readArguments(args)
  if (typeof request === 'string') {
    process.stderr.write(`tukham transliterate: ${request}\n${USAGE}`)
    return 2
  }
  const { kind, json, explain } = request
  const [from, to] = [languageFor(request.from).tag, languageFor(request.to).tag]
  const names = request.names.length > 0 ? request.names : (await text(process.stdin)).split(/\r?\n/)
  const answers = names
    .filter((name) => name.trim() !== '')
    .map((source) => ({ source, answer: transliterate(source, kind, from, to) }))
  process.stdout.write(json ? asJson(answers, explain) : asText(answers, explain))
  return 0
}

interface Request {
  readonly from: string
  readonly to: string
  readonly kind: NameKind
  readonly json: boolean
  readonly explain: boolean
  readonly names: readonly string[]
}

/** The request, or what is wrong with it. */
function readArguments(args: string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string', default: 'vi' },
        to: { type: 'string', default: 'th' },
        kind: { type: 'string', default: 'unknown' },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
    })
    const { kind, ...rest } = values
    if (!isKind(kind)) return `a name is that of a person or a place, not of a ${kind}.`
    return { ...rest, kind, names: positionals }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const isKind = (kind: string): kind is NameKind => ['person', 'place', 'unknown'].includes(kind)

interface Answered {
  readonly source: string
  readonly answer: Transliteration | null
}

function asJson(answers: readonly Answered[], explain: boolean): string {
  return answers
    .map(({ source, answer }) => ({
      source,
      target: answer?.text ?? null,
      alternates: answer?.alternates ?? [],
      origin: answer?.origin ?? null,
      ...(explain ? { explanation: answer?.explanation ?? [] } : {}),
    }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

/** The source padded to a column; Thai stands last, because terminals disagree about its width. */
function asText(answers: readonly Answered[], explain: boolean): string {
  const width = Math.max(...answers.map(({ source }) => source.length), 0)
  return answers
    .map(({ source, answer }) => {
      const forms = answer ? [answer.text, ...answer.alternates].join(' | ') : '—'
      const why = explain && answer ? answer.explanation.map(explained) : []
      return [`${source.padEnd(width)}  ${forms}`, ...why].join('\n') + '\n'
    })
    .join('')
}

function explained(part: ExplainedPart): string {
  const head = `    ${part.source.padEnd(8)}`
  if (part.kind !== 'syllable') return `${head}  ${part.text}  ${part.kind}, ${part.cites}`
  const { initial, medial, rime, tone } = part
  const steps = [
    `${initial.source || '–'} ${initial.text} (${initial.class})`,
    ...(medial ? [`${medial.source} ${medial.text}`] : []),
    `${rime.source} ${rime.text}${rime.short ? ' (short)' : ''}`,
    `${tone.source} ${tone.class}`,
  ]
  const others = part.openClass ? `, or ${part.alternates.join(' | ')} (${part.openClass})` : ''
  return `${head}  ${part.text} = ${steps.join(' + ')}, ${part.cites}${others}`
}

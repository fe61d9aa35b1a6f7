import { chordProblem, clash, readChord, type Chord } from './chord.ts'

/** What a command is about: the parts of the sheet of keys, in this order. */
export const commandGroups = ['moving', 'text', 'findings', 'cutting', 'talking', 'view', 'help'] as const
type CommandGroup = (typeof commandGroups)[number]

interface CommandSpec {
  readonly id: string
  readonly group: CommandGroup
  /** The chords that it has until somebody chooses others. */
  readonly chords: readonly Chord[]
}

/**
 * THE LIST of what the review desk can be told to do. The keys, the sheet of keys, the palette and the page where keys are chosen all
 * come from it; its words are `commands.name.<id>`. A command presses what the page marks `data-command="<id>"`, in the row being
 * typed in first and anywhere else after, or does what `browser/review/commands.ts` has for it.
 */
export const commands = [
  { id: 'next-segment', group: 'moving', chords: ['Alt+Shift+ArrowDown'] },
  { id: 'previous-segment', group: 'moving', chords: ['Alt+Shift+ArrowUp'] },
  { id: 'next-unconfirmed', group: 'moving', chords: ['Alt+Shift+KeyU'] },
  { id: 'search', group: 'moving', chords: ['Alt+Shift+KeyF'] },
  { id: 'summary', group: 'moving', chords: ['Alt+Shift+KeyG'] },
  { id: 'submit', group: 'moving', chords: ['Alt+Shift+Enter'] },
  { id: 'confirm', group: 'text', chords: ['Ctrl+Enter'] },
  { id: 'save', group: 'text', chords: ['Ctrl+KeyS'] },
  { id: 'copy-source', group: 'text', chords: ['Alt+Shift+KeyC'] },
  { id: 'machine-text', group: 'text', chords: ['Alt+Shift+KeyX'] },
  { id: 'earlier-revision', group: 'text', chords: ['Alt+Shift+Comma'] },
  { id: 'later-revision', group: 'text', chords: ['Alt+Shift+Period'] },
  { id: 'history', group: 'text', chords: ['Alt+Shift+KeyH'] },
  { id: 'undo', group: 'text', chords: ['Alt+Shift+KeyZ'] },
  { id: 'redo', group: 'text', chords: ['Alt+Shift+KeyY'] },
  { id: 'replace', group: 'text', chords: ['Alt+Shift+KeyR'] },
  { id: 'memory', group: 'text', chords: ['Alt+Shift+Semicolon'] },
  { id: 'insert-match', group: 'text', chords: ['Alt+Shift+Digit'] },
  { id: 'concordance', group: 'text', chords: ['Alt+Shift+KeyK'] },
  { id: 'characters', group: 'text', chords: ['Alt+Shift+KeyJ'] },
  { id: 'next-finding', group: 'findings', chords: ['Alt+Shift+KeyN'] },
  { id: 'previous-finding', group: 'findings', chords: ['Alt+Shift+KeyP'] },
  { id: 'offer', group: 'findings', chords: ['Alt+Digit'] },
  { id: 'everywhere', group: 'findings', chords: ['Alt+Shift+KeyE'] },
  { id: 'dismiss', group: 'findings', chords: ['Alt+Shift+KeyD'] },
  { id: 'term', group: 'findings', chords: ['Alt+Shift+KeyO'] },
  { id: 'merge', group: 'cutting', chords: ['Alt+Shift+KeyM'] },
  { id: 'split', group: 'cutting', chords: ['Alt+Shift+KeyS'] },
  { id: 'break-left', group: 'cutting', chords: ['Alt+Shift+ArrowLeft'] },
  { id: 'break-right', group: 'cutting', chords: ['Alt+Shift+ArrowRight'] },
  { id: 'comment', group: 'talking', chords: ['Alt+Shift+KeyW'] },
  { id: 'comfort', group: 'view', chords: ['Alt+Shift+KeyV'] },
  { id: 'focus', group: 'view', chords: ['Alt+Shift+KeyL'] },
  { id: 'larger', group: 'view', chords: ['Alt+Shift+Equal'] },
  { id: 'smaller', group: 'view', chords: ['Alt+Shift+Minus'] },
  { id: 'reading', group: 'view', chords: ['Alt+Shift+KeyQ'] },
  { id: 'palette', group: 'help', chords: ['Ctrl+KeyK'] },
  { id: 'keys', group: 'help', chords: ['?', 'Alt+Slash'] },
  { id: 'choose-keys', group: 'help', chords: [] },
] as const satisfies readonly CommandSpec[]

export type CommandId = (typeof commands)[number]['id']

const usual = new Map<CommandId, readonly Chord[]>(commands.map(({ id, chords }) => [id, chords]))
const usualChords = (id: CommandId): readonly Chord[] => usual.get(id) ?? []

/** What a person has chosen instead of the defaults; an empty list is a command without keys. */
export type KeyChoices = Readonly<Partial<Record<CommandId, readonly Chord[]>>>

export const chordsOf = (id: CommandId, choices: KeyChoices): readonly Chord[] =>
  choices[id] ?? usualChords(id)

/** One thing wrong with somebody's choice of keys. */
export interface KeyProblem {
  readonly id: CommandId
  readonly why: 'unknown' | 'types' | 'taken' | 'clash'
  readonly text: string
  /** The command that has the keys already. */
  readonly other?: CommandId
}

/** Reads what is written for every command, chords apart by spaces. What is as it was by default is no choice. */
export function readKeyChoices(texts: Readonly<Partial<Record<CommandId, string>>>): {
  choices: KeyChoices
  problems: readonly KeyProblem[]
} {
  const problems: KeyProblem[] = []
  const all = new Map<CommandId, readonly Chord[]>()
  for (const { id } of commands) {
    const text = texts[id]
    const read: Chord[] = text === undefined ? [...usualChords(id)] : []
    for (const piece of text === undefined ? [] : piecesOf(text)) {
      const chord = readChord(piece)
      const why =
        chord === null ? 'unknown' : isWild(chord) !== counted.has(id) ? 'unknown' : chordProblem(chord)
      if (chord === null || why) problems.push({ id, why: why ?? 'unknown', text: piece })
      else read.push(chord)
    }
    all.set(id, [...new Set(read)])
  }
  commands.forEach(({ id: late }, index) => {
    for (const { id: early } of commands.slice(0, index)) {
      const chord = all.get(late)?.find((one) => all.get(early)?.some((other) => clash(one, other)))
      if (chord === undefined) continue
      // Whoever was given new keys is told, not the one that had them.
      const isEarlyNew = !isDefault(early, all.get(early) ?? []) && isDefault(late, all.get(late) ?? [])
      const [id, other] = isEarlyNew ? [early, late] : [late, early]
      problems.push({ id, why: 'clash', text: chord, other })
    }
  })
  const choices = Object.fromEntries([...all].filter(([id, chords]) => !isDefault(id, chords)))
  return { choices, problems }
}

/** `Alt + Shift + M` and `Alt+Shift+M Alt+/` alike. */
const piecesOf = (text: string): string[] =>
  text
    .replace(/\s*\+\s*/g, '+')
    .split(/\s+/)
    .filter((piece) => piece !== '')

/** Commands that say which: the first, the second, … */
const counted: ReadonlySet<CommandId> = new Set(['offer', 'insert-match'])

const isWild = (chord: Chord) => chord.endsWith('+Digit')

const isDefault = (id: CommandId, chords: readonly Chord[]) => chords.join(' ') === usualChords(id).join(' ')

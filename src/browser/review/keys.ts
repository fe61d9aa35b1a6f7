import type { Command } from './commands.ts'
import type { Announcer } from './commands-announcer.ts'

/** The page's keys. None of them fires while an input method is composing, or while a dialog has the page to itself. */
export function startKeys(desk: HTMLElement, commands: readonly Command[], announcer: Announcer): void {
  document.addEventListener('keydown', (event) => {
    if (isComposing(event) || event.defaultPrevented || document.querySelector('dialog:modal')) return
    const field = fieldOf(event.target)
    const chords = chordsOf(event)
    const command = commands.find((one) => one.chords.some((chord) => chords.includes(chord)))
    // A character belongs to the text.
    if (!command || (field !== null && chords.includes('?'))) return
    const isOwnField = field === null || field.matches('.editor__text')
    if (!isOwnField && !everywhere.has(command.group) && command.id !== 'save') return
    event.preventDefault()
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (!command.run(Number(digit ?? 0)) && desk.isConnected) announcer.say(announcer.wordsFor('not-now'))
  })
}

/** What makes sense also while something else than a segment is being written. */
const everywhere: ReadonlySet<string> = new Set(['moving', 'view', 'help'])

/** 229 is what browsers give a key that an input method has taken, also before it says that it composes. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari and UniKey's way on Windows say it in no other way
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** All the chords that a press stands for; none for AltGr, which types. By the key's place, since a Thai layout has no M and no S. */
export function chordsOf(event: KeyboardEvent): string[] {
  const { ctrlKey, metaKey, altKey, shiftKey, code, key } = event
  if (event.getModifierState('AltGraph')) return []
  const held = [(ctrlKey || metaKey) && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift']
    .filter(Boolean)
    .join('+')
  const place = key === 'Enter' ? key : code
  const chord = held === '' ? place : `${held}+${place}`
  if (key === '?' && !ctrlKey && !metaKey && !altKey) return ['?', chord]
  return /^Digit[1-9]$/.test(code) ? [chord, chord.slice(0, -1)] : [chord]
}

const fieldOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof HTMLElement && target.matches(typedIn) ? target : null

const typedIn =
  'textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])'

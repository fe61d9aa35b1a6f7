/**
 * Keys pressed together, as `Ctrl+Alt+Shift+` and a key by its place on the keyboard (`KeyboardEvent.code`), since a Thai layout has
 * no M. `Digit` stands for any of 1 to 9. `?` alone is the character, wherever a layout has it.
 */
export type Chord = string

const modifiers = ['Ctrl', 'Alt', 'Shift'] as const
const place =
  /^(?:Key[A-Z]|Digit[0-9]?|F(?:[1-9]|1[0-2])|Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Enter|Home|End|Insert|Delete|Backspace|Space|Comma|Period|Slash|Semicolon|Quote|BracketLeft|BracketRight|Backslash|Minus|Equal|Backquote|Tab|Escape)$/

/** The key that people write, for each place that has another name; the first is how it is shown. */
const written: Readonly<Record<string, readonly string[]>> = {
  Digit: ['1…9', '1-9', 'digit'],
  ArrowUp: ['↑', 'up', 'arrowup'],
  ArrowDown: ['↓', 'down', 'arrowdown'],
  ArrowLeft: ['←', 'left', 'arrowleft'],
  ArrowRight: ['→', 'right', 'arrowright'],
  Comma: [',', 'comma'],
  Period: ['.', 'period'],
  Slash: ['/', 'slash'],
  Semicolon: [';', 'semicolon'],
  Quote: ["'", 'quote'],
  BracketLeft: ['[', 'bracketleft'],
  BracketRight: [']', 'bracketright'],
  Backslash: ['\\', 'backslash'],
  Minus: ['-', 'minus'],
  Equal: ['=', 'equal'],
  Backquote: ['`', 'backquote'],
}

/** A chord as people read it, in pieces: `Alt`, `Shift`, `M`. */
export function chordPieces(chord: Chord): string[] {
  const pieces = chord.split('+')
  const key = pieces.pop() ?? ''
  return [...pieces, written[key]?.[0] ?? key.replace(/^(?:Key|Digit)/, '').replace(/^Page/, 'Page ')]
}

/** What somebody wrote, `alt + shift + m`, as a chord; null when it names no key. */
export function readChord(text: string): Chord | null {
  const pieces = text
    .trim()
    .split(/\s*\+\s*/)
    .map((piece) => piece.toLowerCase())
  const key = pieces.pop() ?? ''
  if (key === '?') return pieces.length === 0 ? '?' : null
  const held = modifiers.filter((modifier) => pieces.includes(modifier.toLowerCase()))
  if (held.length !== pieces.length) return null
  const code = placeOf(key)
  return code === null ? null : [...held, code].join('+')
}

function placeOf(key: string): string | null {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  const named = Object.entries(written).find(([, names]) => names.includes(key))
  if (named) return named[0]
  const compact = key.replace(/\s/g, '')
  const found = places.find((code) => code.toLowerCase() === compact)
  return found ?? null
}

const places = [
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from('0123456789', (digit) => `Digit${digit}`),
  ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
  ...[
    'PageUp',
    'PageDown',
    'Enter',
    'Home',
    'End',
    'Insert',
    'Delete',
    'Backspace',
    'Space',
    'Tab',
    'Escape',
  ],
  ...Object.keys(written),
]

/** Why a chord cannot be a command's: it types something, or somebody else answers to it. Null when it can. */
export function chordProblem(chord: Chord): 'unknown' | 'types' | 'taken' | null {
  if (chord === '?') return null
  const pieces = chord.split('+')
  const key = pieces.at(-1) ?? ''
  const held = new Set(pieces.slice(0, -1))
  if (!place.test(key)) return 'unknown'
  if (reserved.has(chord)) return 'taken'
  // AltGr arrives as Ctrl and Alt on Windows: it types on many layouts, and is VoiceOver's and the window managers' own pair.
  if (held.has('Ctrl') && held.has('Alt')) return 'types'
  if (held.has('Ctrl') || /^F\d/.test(key)) return null
  // Plain and shifted keys type: letters, Telex's and VNI's among them, digits, the marks on a Thai layout.
  if (!held.has('Alt')) return 'types'
  return null
}

/** True for two chords that one press could mean. */
export const clash = (a: Chord, b: Chord): boolean =>
  a === b || isDigitOf(a, b) || isDigitOf(b, a) || [a, b].sort().join(' ') === '? Shift+Slash'

const isDigitOf = (any: Chord, one: Chord) =>
  any.endsWith('+Digit') && one.startsWith(any) && /^[1-9]$/.test(one.slice(any.length))

/**
 * Chords that belong to somebody else on a desk's machine. From the published key lists of Chrome, Firefox, Edge and Safari (tabs,
 * windows, address bar, history, zoom, developer tools, menus); of NVDA's user guide §5–6, JAWS' "Keystrokes" and Apple's VoiceOver
 * commands (those that reach a page at all: their own modifier keys do not); of Windows, macOS and GNOME for changing the input
 * language; of UniKey and EVKey (Ctrl+Shift, Alt+Z, Ctrl+Shift+F5 to F9) and ibus-bamboo (Ctrl+~, Shift+~); and of editing text.
 */
const reserved: ReadonlySet<Chord> = new Set([
  // Browsers: what a page cannot have, or must not take.
  ...codes(
    'Ctrl',
    'KeyD KeyE KeyF KeyG KeyH KeyJ KeyL KeyN KeyO KeyP KeyR KeyT KeyU KeyW KeyQ Tab F4 F5 PageUp PageDown',
  ),
  ...codes('Ctrl', 'Minus Equal Digit Digit0 Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9'),
  ...codes(
    'Ctrl+Shift',
    'KeyA KeyB KeyC KeyD KeyE KeyH KeyI KeyJ KeyK KeyM KeyN KeyO KeyP KeyQ KeyR KeyT KeyW KeyZ',
  ),
  ...codes('Ctrl+Shift', 'Tab Delete PageUp PageDown F5 F6 F7 F8 F9'),
  ...codes('Alt', 'KeyD KeyE KeyF KeyZ ArrowLeft ArrowRight Home Enter F4 F7 F8 Tab Escape Space Backquote'),
  // Menus of Firefox, also in its Vietnamese and Thai editions.
  ...codes('Alt', 'KeyB KeyH KeyS KeyT KeyV KeyC KeyN KeyR KeyG KeyP'),
  ...codes('Alt+Shift', 'KeyA KeyB KeyI KeyT Tab Escape'),
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F5', 'Shift+F7', 'Shift+F10', 'Shift+F3'],
  // Screen readers: sentences of JAWS, paragraphs and the collapsing of boxes of both.
  ...codes('Alt', 'ArrowUp ArrowDown Delete'),
  ...codes('Ctrl', 'ArrowUp ArrowDown Insert'),
  // Dead keys of a Mac's Option.
  ...codes('Alt', 'KeyI KeyU'),
  // Input methods and the languages of keyboards.
  ...codes('Ctrl', 'Space Backquote'),
  ...codes('Ctrl+Shift', 'Space Digit0 Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9'),
  ...codes('Alt+Shift', 'Space Backquote'),
  // Editing.
  ...codes('Ctrl', 'KeyA KeyB KeyC KeyI KeyV KeyX KeyY KeyZ ArrowLeft ArrowRight Home End Backspace Delete'),
  ...codes('Ctrl+Shift', 'KeyV ArrowLeft ArrowRight ArrowUp ArrowDown Home End Backspace'),
  ...codes('Alt', 'Backspace'),
])

function codes(held: string, keys: string): Chord[] {
  return keys.split(' ').map((key) => `${held}+${key}`)
}

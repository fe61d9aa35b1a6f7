import type { CommandId } from '../../domain/commands.ts'
import type { Breaks } from './breaks.ts'
import type { Comfort } from './comfort.ts'
import type { FindingWalk } from './commands-findings.ts'
import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import type { MemoryPanel } from './memory.ts'
import { applyOffer } from './mends.ts'
import type { Revisions } from './revisions.ts'

/** A command as the page has it: its words and keys are those of the sheet of keys. */
export interface Command {
  readonly id: string
  readonly group: string
  readonly name: string
  readonly chords: readonly string[]
  /** Its keys as the sheet shows them. */
  readonly keys: Element | null
  appliesNow(): boolean
  /** Does it; false where there is nothing to do it to. */
  run(digit?: number): boolean
}

/** What a command does beyond pressing what the page marks `data-command`; `applies` is true unless it says otherwise. */
interface Act {
  applies?(): boolean
  run(digit: number): boolean
}

interface Parts {
  readonly editors: Editors
  readonly breaks: Breaks
  readonly walk: FindingWalk
  readonly revisions: Revisions
  readonly comfort: Comfort
  readonly explain: (editor: Editor) => boolean
  readonly memory: MemoryPanel
  readonly openCharacters: () => boolean
  readonly openPalette: () => boolean
}

export function createCommands(desk: HTMLElement, parts: Parts): readonly Command[] {
  const acts = actsOf(desk, parts)
  return [...desk.querySelectorAll<HTMLElement>('[data-entry]')].map((entry) => {
    const id = entry.dataset.entry ?? ''
    const act = Object.hasOwn(acts, id) ? acts[id as CommandId] : undefined
    const marked = () => markedFor(desk, parts.editors, id)
    return {
      id,
      group: entry.closest<HTMLElement>('[data-group]')?.dataset.group ?? '',
      name: entry.querySelector('dt')?.textContent ?? '',
      chords: (entry.dataset.chords ?? '').split(' ').filter((chord) => chord !== ''),
      keys: entry.querySelector('dd'),
      appliesNow: () => (act ? (act.applies?.() ?? true) : marked() !== null),
      run: (digit = 0) => (act ? act.run(digit) : press(marked())),
    }
  })
}

/** What opens the sheet of keys and the palette for those who do not know their keys yet. */
export function startCommandButtons(desk: HTMLElement, commands: readonly Command[]): void {
  for (const [selector, id] of [
    ['[data-open-keys]', 'keys'],
    ['[data-open-palette]', 'palette'],
  ] as const) {
    const opener = desk.querySelector<HTMLElement>(selector)
    if (opener) opener.hidden = false
    opener?.addEventListener('click', (event) => {
      if (commands.find((command) => command.id === id)?.run()) event.preventDefault()
    })
  }
}

/** The keys that buttons of the rows say they have. The usual one of an offer is in the styles, so that most pages are not styled anew. */
export function showKeys(desk: HTMLElement, commands: readonly Command[]): void {
  const find = (wanted: CommandId) => commands.find(({ id }) => id === wanted)
  const confirm = [...(find('confirm')?.keys?.querySelector('.chord')?.children ?? [])]
  desk.addEventListener('pointerover', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-confirm]') : null
    if (button) button.title = confirm.map(({ textContent }) => textContent).join('+')
  })
  const [chord] = find('offer')?.chords ?? []
  if (chord === undefined) desk.dataset.offerKey = 'none'
  else if (chord !== 'Alt+Digit')
    desk.style.setProperty('--offer-held', JSON.stringify(chord.replace(/Digit$/, '')))
}

function actsOf(desk: HTMLElement, parts: Parts): Partial<Record<CommandId, Act>> {
  const { editors, breaks, walk, revisions, comfort, explain, memory, openCharacters, openPalette } = parts
  const here = () => editorHere(editors)
  const inRow = (run: (editor: Editor) => boolean, selector?: string): Act => ({
    applies: () => {
      const editor = here()
      return editor !== null && (selector === undefined || editor.row.querySelector(selector) !== null)
    },
    run: () => {
      const editor = here()
      return editor !== null && run(editor)
    },
  })
  const neighbour = (from: Editor | null, by: 1 | -1, isWanted = (_: Editor) => true) => {
    let next = editors.next(from, by)
    while (next && !(isShown(next.row) && isWanted(next))) next = editors.next(next, by)
    return next
  }
  const step = (by: 1 | -1): Act => ({
    applies: () => editors.all.length > 0,
    run: () => goTo(neighbour(here(), by)),
  })
  /** Nobody has confirmed it, or an editor sent it back. */
  const isLeft = ({ row }: Editor) => row.querySelector('.segment__state--initial, [data-sent-back]') !== null
  return {
    'next-segment': step(1),
    'previous-segment': step(-1),
    'next-unconfirmed': {
      applies: () => editors.all.length > 0,
      // Round and round, as with findings: what was passed over higher up is come to as well.
      run: () => goTo(neighbour(here(), 1, isLeft) ?? neighbour(null, 1, isLeft)),
    },
    search: focusOn(desk, '[data-command-target="search"]'),
    summary: focusOn(desk, '#summary'),
    submit: focusOn(desk, '#submit-note'),
    confirm: inRow((editor) => {
      step(1).run(0)
      void editor.save({ confirm: true })
      return true
    }),
    save: {
      run: () => {
        void editors.saveAll()
        return true
      },
    },
    'copy-source': inRow((editor) => revisions.copySource(editor)),
    'machine-text': inRow((editor) => revisions.first(editor)),
    'earlier-revision': inRow((editor) => revisions.step(editor, -1)),
    'later-revision': inRow((editor) => revisions.step(editor, 1)),
    history: inRow(({ row }) => press(row.querySelector('a[href$="/history"]')), 'a[href$="/history"]'),
    characters: { applies: () => editors.all.length > 0, run: openCharacters },
    'next-finding': { run: () => walk.go(1) },
    'previous-finding': { run: () => walk.go(-1) },
    offer: {
      // In the palette there is no digit to go by: there each finding's first offer is one key away anyhow.
      applies: () => Boolean(here()?.row.querySelector('[data-offer="1"]')),
      run: (digit) => {
        const editor = here()
        return editor !== null && applyOffer(editor, digit || 1)
      },
    },
    everywhere: { applies: () => walk.mending() !== null, run: () => walk.mendEverywhere() },
    dismiss: { applies: () => walk.dismissal() !== null, run: () => walk.dismiss() },
    term: inRow(explain),
    memory: inRow((editor) => memory.toggle(editor), '[data-memory]'),
    'insert-match': {
      applies: () => Boolean(here()?.row.querySelector('[data-match]')),
      run: (digit) => {
        const editor = here()
        return editor !== null && memory.insert(editor, digit || 1)
      },
    },
    merge: inRow((editor) => breaks.merge(editor), '[data-merge]'),
    split: inRow((editor) => breaks.split(editor), '[data-split]'),
    'break-left': inRow((editor) => breaks.move(editor, 'left'), '[data-break="left"]'),
    'break-right': inRow((editor) => breaks.move(editor, 'right'), '[data-break="right"]'),
    comment: inRow(({ row }) => openComments(row), '.comments textarea'),
    focus: { run: () => comfort.turn('focus') },
    larger: { run: () => comfort.step('textSize', 1) },
    smaller: { run: () => comfort.step('textSize', -1) },
    palette: { run: openPalette },
    keys: { run: () => openDialog(desk.querySelector('[data-key-sheet]')) },
  }
}

/** The editor of the row that has the focus, or the last one that had it. */
function editorHere(editors: Editors): Editor | null {
  const row = document.activeElement?.closest('[data-segment]')
  return editors.all.find((editor) => editor.row === row) ?? editors.current()
}

export function goTo(editor: Editor | null): boolean {
  editor?.textarea.focus()
  editor?.row.scrollIntoView({ block: 'nearest' })
  return editor !== null
}

export const isShown = (element: Element): boolean => element.closest('[hidden]') === null

/** In the row where the work is, or outside of all rows: never in a row where nobody is. */
function markedFor(desk: HTMLElement, editors: Editors, id: string): HTMLElement | null {
  const row = editorHere(editors)?.row
  const all = [...desk.querySelectorAll<HTMLElement>(`[data-command="${id}"]`)].filter(
    (element) => isShown(element) && !element.matches(':disabled'),
  )
  const own = all.find((element) => row?.contains(element))
  return own ?? all.find((element) => !element.closest('[data-segment]')) ?? null
}

/** A field is gone to, what opens is opened, and anything else pressed. */
function press(element: HTMLElement | null): boolean {
  if (!element) return false
  const details = element instanceof HTMLDetailsElement ? element : element.closest('details')
  if (element.matches('input, textarea, select')) {
    if (details) details.open = true
    element.focus()
  } else if (element instanceof HTMLDetailsElement) {
    element.open = !element.open
    const inside = element.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button, a')
    ;(element.open ? inside : element.querySelector('summary'))?.focus()
  } else element.click()
  return true
}

const focusOn = (desk: HTMLElement, selector: string): Act => {
  const find = () => desk.querySelector<HTMLElement>(selector)
  return {
    applies: () => find() !== null,
    run: () => {
      const element = find()
      if (!element) return false
      if (!element.matches('input, textarea, select, button, a')) element.tabIndex = -1
      for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
        at.open = true
      element.focus()
      element.scrollIntoView({ block: 'nearest' })
      return true
    },
  }
}

function openComments(row: HTMLElement): boolean {
  const field = row.querySelector<HTMLElement>('.comments textarea')
  const details = field?.closest('details')
  if (details) details.open = true
  field?.focus()
  return field !== null
}

function openDialog(dialog: HTMLDialogElement | null): boolean {
  dialog?.showModal()
  return dialog !== null
}

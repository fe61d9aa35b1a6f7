import { inPlace } from './in-place.ts'
import { showInMirror } from './mirror.ts'
import { postSave, type SaveOutcome, type Standing } from './save.ts'
import type { Status } from './status.ts'
import type { Kept, UnsavedTexts } from './unsaved.ts'

/** One segment's target, being edited. "Saved" is only ever said of the very text that the server has acknowledged. */
export interface Editor {
  readonly segment: string
  readonly row: HTMLElement
  readonly textarea: HTMLTextAreaElement
  isDirty(): boolean
  /** Whether what is unsaved is kept in the browser, for the next page. */
  isKept(): boolean
  /** Saves what is typed; true when nothing unsaved is left. With `confirm` also says that the segment is done. */
  save(options?: { confirm?: boolean }): Promise<boolean>
  /** Types a text over a span, so that the browser's own undo can take it back. */
  type(text: string, start: number, end: number): void
  /** Goes on from what stands on the server: with the text given, or with one's own. */
  rebase(standing: Standing, text: string): void
  /** The text that what is in the field was typed over; null where it is not known any more. */
  base(): string | null
  /** Brings back what an earlier page could not save; false where that stands already. */
  restore(kept: Kept): boolean
  /** Goes back to the text that is saved. */
  discard(): void
  /** Somebody has saved another text: it is shown where nothing is unsaved, and told where something is. */
  receive(standing: Standing): Promise<'shown' | 'told' | 'known'>
}

interface Surroundings {
  readonly status: { show: (segment: string, status: Status) => void; wordsFor: (status: Status) => string }
  readonly unsaved: Pick<UnsavedTexts, 'keep' | 'forget'>
  readonly onSaved: () => Promise<void>
  readonly onConflict: (editor: Editor, theirs: Standing) => void
}

const pause = 1500
const firstRetry = 2000
const longestRetry = 30_000

export function createEditor(
  form: HTMLFormElement,
  { status, unsaved, onSaved, onConflict }: Surroundings,
): Editor {
  const row = form.closest<HTMLElement>('[data-segment]') ?? form
  const segment = row.dataset.segment ?? ''
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const textarea = form.elements.namedItem('text') as HTMLTextAreaElement
  const rowStatus = form.querySelector<HTMLElement>('[data-row-status]')
  // Not the textarea's default value: a reload may have filled in what was typed before.
  let savedText = (textarea.dataset.saved ?? textarea.defaultValue).replaceAll('\r\n', '\n')
  /** The revision that the text in the field was typed over. */
  let basedOn = field('basedOn').value
  let baseText: string | null = savedText
  /** The latest revision that this row has shown or told of. */
  let known = Number(basedOn)
  // A reload may bring back what was typed without the rest of the page knowing.
  if (textarea.value !== savedText) textarea.value = savedText
  let timer: number | undefined
  let retry = firstRetry
  let running: Promise<boolean> | null = null
  /** The text that stands against one's own, until the person has decided. */
  let conflict: Standing | null = null
  let wasConfirmed = false
  /** What says so has the way back in, and must not go away under the pointer: until a save is answered again, nothing else is said. */
  let isSignedOut = false
  /** A save that got no answer is repeated word for word, under the same name. */
  let pending: { text: string; confirm: boolean; operationId: string } | null = null

  /** What stood there before a text was last put in. */
  let typedOver: { value: string; selectionStart: number; selectionEnd: number } | null = null

  const say = (state: Status) => {
    status.show(segment, state)
    if (!rowStatus) return
    rowStatus.textContent = status.wordsFor(state)
    rowStatus.dataset.state = state
  }
  const isDirty = () => textarea.value !== savedText || pending !== null
  const keep = () => unsaved.keep(segment, { text: textarea.value, basedOn, base: baseText })
  const forget = () => {
    unsaved.forget(segment, basedOn)
  }
  const goOnFrom = (text: string, revisionId: number) => {
    savedText = text
    baseText = text
    known = Math.max(known, revisionId)
    textarea.dataset.saved = text
    basedOn = String(revisionId)
    field('basedOn').value = basedOn
  }
  const later = (delay: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void editor.save(), delay)
  }

  const tellConflict = (standing: Standing) => {
    conflict = standing
    known = Math.max(known, standing.revisionId)
    keep()
    say('conflict')
    onConflict(editor, standing)
  }

  const settle = async (outcome: SaveOutcome, text: string): Promise<boolean> => {
    isSignedOut = outcome.kind === 'signed-out' || (isSignedOut && outcome.kind === 'unknown')
    switch (outcome.kind) {
      case 'ok':
        wasConfirmed = pending?.confirm ?? false
        pending = null
        retry = firstRetry
        forget()
        goOnFrom(text, outcome.revisionId)
        if (textarea.value !== text) keep()
        say(textarea.value === text ? 'saved' : 'unsaved')
        await onSaved()
        return true
      case 'conflict':
        pending = null
        tellConflict(outcome.standing)
        return false
      case 'refused':
        pending = null
        say('failed')
        if (rowStatus) rowStatus.textContent = outcome.message
        return false
      case 'signed-out':
        say('signed-out')
        return false
      case 'unknown':
        if (!isSignedOut) say('offline')
        later(retry)
        retry = Math.min(retry * 2, longestRetry)
        return false
    }
  }

  const send = async (confirm: boolean): Promise<boolean> => {
    if (!pending && textarea.value === savedText && !confirm) return true
    pending ??= { text: textarea.value, confirm, operationId: crypto.randomUUID() }
    const { text, operationId } = pending
    if (!isSignedOut) say('saving')
    const outcome = await postSave(form, {
      text,
      confirm: pending.confirm,
      basedOn,
      operationId,
    })
    return settle(outcome, text)
  }

  const editor: Editor = {
    segment,
    row,
    textarea,
    isDirty,
    isKept: () => !isDirty() || keep(),
    async save({ confirm = false } = {}) {
      window.clearTimeout(timer)
      // One save at a time; what is typed meanwhile goes with the next one.
      while (running) await running
      if (conflict) return false
      running = send(confirm)
      const done = await running.finally(() => (running = null))
      const isLeft = textarea.value !== savedText || (confirm && !wasConfirmed)
      return done && isLeft ? editor.save({ confirm }) : done
    },
    type(text, start, end) {
      const { value, selectionStart, selectionEnd } = textarea
      textarea.focus()
      textarea.setSelectionRange(start, end)
      // The only way that keeps the browser's undo; setRangeText is for browsers that have dropped it.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other call types into a field undoably
      if (!document.execCommand('insertText', false, text)) {
        textarea.setRangeText(text, start, end, 'end')
        textarea.dispatchEvent(new Event('input', { bubbles: true }))
      }
      typedOver = { value, selectionStart, selectionEnd }
    },
    rebase(standing, text) {
      conflict = null
      forget()
      goOnFrom(standing.text, standing.revisionId)
      textarea.value = text
      textarea.dispatchEvent(new Event('input', { bubbles: true }))
    },
    base: () => baseText,
    restore(kept) {
      if (kept.text === savedText) {
        unsaved.forget(segment, kept.basedOn)
        return false
      }
      const current = basedOn
      // Until the conflict is decided the text stays one typed over the older revision, through any number of reloads.
      basedOn = kept.basedOn
      baseText = kept.base
      if (basedOn !== current)
        conflict = { text: savedText, revisionId: Number(current), author: null, authorId: null }
      textarea.value = kept.text
      textarea.dispatchEvent(new Event('input', { bubbles: true }))
      // Nobody has said yet that it is wanted.
      window.clearTimeout(timer)
      if (conflict) onConflict(editor, conflict)
      else say('restored')
      return true
    },
    discard() {
      row.querySelector('.conflict')?.remove()
      const { text, revisionId } = conflict ?? { text: savedText, revisionId: Number(basedOn) }
      editor.rebase({ text, revisionId, author: null, authorId: null }, text)
    },
    async receive(standing) {
      while (running) await running
      // A save without an answer is asked about again, and its answer says how things stand.
      if (standing.revisionId <= known || pending) return 'known'
      if (textarea.value === standing.text || (!isDirty() && !conflict)) {
        forget()
        conflict = null
        inPlace(() => {
          row.querySelector('.conflict')?.remove()
          showInField(textarea, standing.text)
          showInMirror(row, standing.text)
        })
        goOnFrom(standing.text, standing.revisionId)
        return 'shown'
      }
      tellConflict(standing)
      return 'told'
    },
  }

  textarea.addEventListener('input', (event) => {
    showInMirror(row, textarea.value)
    // Undone by the browser, which selects what came back: the caret goes where it was.
    const isUndo = event instanceof InputEvent && event.inputType === 'historyUndo'
    if (isUndo && typedOver?.value === textarea.value)
      textarea.setSelectionRange(typedOver.selectionStart, typedOver.selectionEnd)
    if (conflict) {
      keep()
      say('conflict')
    } else if (isDirty()) {
      keep()
      if (!isSignedOut) say('unsaved')
      later(pause)
    } else {
      forget()
      say('saved')
    }
  })
  textarea.addEventListener('blur', () => {
    if (isDirty() && !isSignedOut) void editor.save()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const confirm = (event.submitter as HTMLButtonElement | null)?.name === 'confirm'
    void editor.save({ confirm })
  })
  return editor
}

/** Another text in a field: what is selected in it stays selected, as far as it is still there. */
function showInField(field: HTMLTextAreaElement, text: string): void {
  const { value: old, selectionStart, selectionEnd, selectionDirection } = field
  if (old === text) return
  let head = 0
  while (head < old.length && old[head] === text[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, text.length) - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  const moved = (offset: number) =>
    offset <= head ? offset : offset >= old.length - tail ? offset + text.length - old.length : head
  field.value = text
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection)
}

import { postSave, type SaveOutcome, type Standing } from './save.ts'
import type { Status } from './status.ts'
import type { Unsaved } from './unsaved.ts'

/** One segment's target, being edited. "Saved" is only ever said of the very text that the server has acknowledged. */
export interface Editor {
  readonly segment: string
  readonly row: HTMLElement
  readonly textarea: HTMLTextAreaElement
  isDirty(): boolean
  /** Saves what is typed; true when nothing unsaved is left. With `confirm` also says that the segment is done. */
  save(options?: { confirm?: boolean }): Promise<boolean>
  /** Types a text over a span, so that the browser's own undo can take it back. */
  type(text: string, start: number, end: number): void
  /** Goes on from what stands on the server: with the text given, or with one's own. */
  rebase(standing: Standing, text: string): void
  /** Brings back what an earlier page could not save. */
  restore(): void
}

interface Surroundings {
  readonly status: { show: (segment: string, status: Status) => void; wordsFor: (status: Status) => string }
  readonly unsaved: {
    keep: (segment: string, unsaved: Unsaved) => void
    forget: (segment: string) => void
    find: (segment: string) => Unsaved | null
  }
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
  let timer: number | undefined
  let retry = firstRetry
  let running: Promise<boolean> | null = null
  let hasConflict = false
  let wasConfirmed = false
  /** A save that got no answer is repeated word for word, under the same name. */
  let pending: { text: string; confirm: boolean; operationId: string } | null = null

  const say = (state: Status) => {
    status.show(segment, state)
    if (!rowStatus) return
    rowStatus.textContent = status.wordsFor(state)
    rowStatus.dataset.state = state
  }
  const isDirty = () => textarea.value !== savedText || pending !== null
  const keep = () => {
    unsaved.keep(segment, { text: textarea.value, basedOn })
  }
  const goOnFrom = (text: string, revisionId: number) => {
    savedText = text
    textarea.dataset.saved = text
    basedOn = String(revisionId)
    field('basedOn').value = basedOn
  }
  const later = (delay: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void editor.save(), delay)
  }

  const settle = async (outcome: SaveOutcome, text: string): Promise<boolean> => {
    switch (outcome.kind) {
      case 'ok':
        wasConfirmed = pending?.confirm ?? false
        pending = null
        retry = firstRetry
        goOnFrom(text, outcome.revisionId)
        if (textarea.value === text) unsaved.forget(segment)
        else keep()
        say(textarea.value === text ? 'saved' : 'unsaved')
        await onSaved()
        return true
      case 'conflict':
        pending = null
        hasConflict = true
        say('conflict')
        onConflict(editor, outcome.standing)
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
        say('offline')
        later(retry)
        retry = Math.min(retry * 2, longestRetry)
        return false
    }
  }

  const send = async (confirm: boolean): Promise<boolean> => {
    if (!pending && textarea.value === savedText && !confirm) return true
    pending ??= { text: textarea.value, confirm, operationId: crypto.randomUUID() }
    const { text, operationId } = pending
    say('saving')
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
    async save({ confirm = false } = {}) {
      window.clearTimeout(timer)
      // One save at a time; what is typed meanwhile goes with the next one.
      while (running) await running
      if (hasConflict) return false
      running = send(confirm)
      const done = await running.finally(() => (running = null))
      const isLeft = textarea.value !== savedText || (confirm && !wasConfirmed)
      return done && isLeft ? editor.save({ confirm }) : done
    },
    type(text, start, end) {
      textarea.focus()
      textarea.setSelectionRange(start, end)
      // The only way that keeps the browser's undo; setRangeText is for browsers that have dropped it.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other call types into a field undoably
      if (!document.execCommand('insertText', false, text)) {
        textarea.setRangeText(text, start, end, 'end')
        textarea.dispatchEvent(new Event('input', { bubbles: true }))
      }
    },
    rebase(standing, text) {
      hasConflict = false
      goOnFrom(standing.text, standing.revisionId)
      textarea.value = text
      textarea.dispatchEvent(new Event('input', { bubbles: true }))
    },
    restore() {
      const kept = unsaved.find(segment)
      if (!kept || kept.text === savedText) {
        unsaved.forget(segment)
        // A reload may bring back what was typed without the rest of the page knowing.
        if (textarea.value !== savedText) textarea.value = savedText
        return
      }
      const current = basedOn
      // Until the conflict is decided the text stays one typed over the older revision, through any number of reloads.
      basedOn = kept.basedOn
      hasConflict = basedOn !== current
      textarea.value = kept.text
      textarea.dispatchEvent(new Event('input', { bubbles: true }))
      if (!hasConflict) return say('restored')
      onConflict(editor, { text: savedText, revisionId: Number(current), author: null, authorId: null })
    },
  }

  textarea.addEventListener('input', () => {
    showInMirror(row, textarea.value)
    if (hasConflict) {
      keep()
      say('conflict')
    } else if (isDirty()) {
      keep()
      say('unsaved')
      later(pause)
    } else {
      unsaved.forget(segment)
      say('saved')
    }
  })
  textarea.addEventListener('blur', () => {
    if (isDirty()) void editor.save()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const confirm = (event.submitter as HTMLButtonElement | null)?.name === 'confirm'
    void editor.save({ confirm })
  })
  return editor
}

/** The mirror lies under the textarea, gives it its height and shows the marks: those whose text is untouched stay. */
function showInMirror(row: HTMLElement, text: string): void {
  const mirror = row.querySelector<HTMLElement>('.editor__mirror')
  if (!mirror) return
  const old = mirror.textContent.replace(/\u200b$/, '')
  if (old === text) return
  let head = 0
  while (head < old.length && head < text.length && old[head] === text[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < text.length - head && old.at(-1 - tail) === text.at(-1 - tail))
    tail++
  const shift = text.length - old.length
  const pieces: (string | Node)[] = []
  let at = 0
  let shown = 0
  for (const node of [...mirror.childNodes]) {
    const start = at
    at += node.textContent?.length ?? 0
    const isMark = node instanceof HTMLElement
    if (!isMark || (start < old.length - tail && at > head)) continue
    const from = start >= old.length - tail ? start + shift : start
    pieces.push(text.slice(shown, from), node)
    shown = from + node.textContent.length
  }
  mirror.replaceChildren(...pieces, `${text.slice(shown)}\u200b`)
}

import type { Announcer } from './commands-announcer.ts'
import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import { isShown } from './commands.ts'

/** Goes from one open finding to the next through the whole article, and does what is done with the one it is at. */
export function startFindingWalk(desk: HTMLElement, editors: Editors, announcer: Announcer) {
  let at: string | null = null
  rememberReasons(desk)
  const open = () =>
    [...desk.querySelectorAll<HTMLElement>('.finding:not(.finding--dismissed)')].filter(isShown)
  const rowHere = () =>
    document.activeElement?.closest<HTMLElement>('[data-segment]') ?? editors.current()?.row
  /** The finding that was gone to, as long as its row is the one where the work is. */
  const reached = (all: readonly HTMLElement[]) =>
    all.findIndex((finding) => finding.id === at && finding.closest('[data-segment]') === rowHere())
  const here = (): HTMLElement | null => {
    const own = open().filter((finding) => finding.closest('[data-segment]') === rowHere())
    return own[reached(own)] ?? own[0] ?? null
  }
  const mending = () => mendingAt(desk, editorOf(editors, rowHere()), here())
  const dismissal = () => here()?.querySelector<HTMLDetailsElement>('details.dismiss') ?? null

  return {
    go(step: 1 | -1): boolean {
      const all = open()
      const next = all[nextIndex(all, reached(all), rowHere(), step)]
      if (!next) {
        announcer.say(announcer.wordsFor('no-finding'))
        return true
      }
      for (const old of desk.querySelectorAll('.finding[aria-current]')) old.removeAttribute('aria-current')
      at = next.id
      next.setAttribute('aria-current', 'true')
      select(next, editorOf(editors, next.closest<HTMLElement>('[data-segment]')))
      next.scrollIntoView({ block: 'nearest' })
      const values: Readonly<Record<string, string>> = {
        index: String(all.indexOf(next) + 1),
        total: String(all.length),
        message: next.querySelector('.finding__text')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      }
      announcer.say(
        announcer.wordsFor('finding').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
      )
      return true
    },
    dismissal,
    dismiss(): boolean {
      const details = dismissal()
      if (!details) return false
      details.open = true
      details.querySelector<HTMLElement>('[name=reason]')?.focus()
      return true
    },
    mending,
    /** The page that shows every place first. */
    mendEverywhere(): boolean {
      const link = mending()
      if (!link) return false
      void editors.saveAll().then((isSaved) => {
        if (isSaved) location.assign(link.href)
      })
      return true
    },
  }
}

export type FindingWalk = ReturnType<typeof startFindingWalk>

/** Round and round; from a row where none was gone to yet, its own first one, or the nearest in that direction. */
function nextIndex(
  all: readonly HTMLElement[],
  reached: number,
  row: HTMLElement | undefined,
  step: 1 | -1,
): number {
  if (reached !== -1) return (reached + step + all.length) % all.length
  if (!row) return step === 1 ? 0 : all.length - 1
  const isAhead = (finding: HTMLElement) =>
    (row.compareDocumentPosition(finding) &
      (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !==
    0
  const first = all.findIndex(isAhead)
  if (step === 1) return first === -1 ? 0 : first
  return ((first === -1 ? all.length : first) - 1 + all.length) % all.length
}

const editorOf = (editors: Editors, row: HTMLElement | null | undefined): Editor | null =>
  editors.all.find((editor) => editor.row === row) ?? null

/** The words that a finding is about are selected where they are written; one about the source, or the whole, is gone to itself. */
function select(finding: HTMLElement, editor: Editor | null): void {
  if (!editor) {
    finding.tabIndex = -1
    finding.focus()
    return
  }
  const [start, end] = [Number(finding.dataset.start), Number(finding.dataset.end)]
  const text = editor.textarea.value
  const covered = (editor.textarea.dataset.saved ?? text).slice(start, end)
  const at = text.slice(start, end) === covered ? start : text.indexOf(covered)
  editor.textarea.focus({ preventScroll: true })
  editor.row.scrollIntoView({ block: 'nearest' })
  if (at !== -1) editor.textarea.setSelectionRange(at, at + (end - start))
}

/** The way to mend the name or term that is written at the finding, or at the caret, wherever it stands in the article. */
function mendingAt(
  desk: HTMLElement,
  editor: Editor | null,
  finding: HTMLElement | null,
): HTMLAnchorElement | null {
  if (!editor) return null
  const { value, selectionStart, selectionEnd } = editor.textarea
  const [from, to] = finding?.hasAttribute('aria-current')
    ? [Number(finding.dataset.start), Number(finding.dataset.end)]
    : [selectionStart, selectionEnd]
  const found = [...desk.querySelectorAll<HTMLAnchorElement>('#summary a[href*="/mending"]')].flatMap(
    (link) => {
      const entry = link.closest('li')
      const forms = [...(entry?.querySelectorAll('.form [lang]') ?? [])].map((form) =>
        form.textContent.trim(),
      )
      return forms
        .filter((form) => form !== '')
        .map((form) => ({ link, form, shared: sharedAt(value, form, from, to) }))
        .filter(({ shared }) => shared >= 0)
    },
  )
  // What only touches is not meant; and the longest is the whole name, where a part of it is a name as well.
  found.sort((one, other) => other.shared - one.shared || other.form.length - one.form.length)
  return found[0]?.link ?? null
}

/** How much of `from`–`to` the form covers where it stands there, 0 where it only touches; -1 where it does not stand there. */
function sharedAt(text: string, form: string, from: number, to: number): number {
  let most = -1
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + 1))
    most = Math.max(most, Math.min(at + form.length, to) - Math.max(at, from))
  return most
}

const mostReasons = 12

/** Reasons that this person has given before are offered again, the last one first. */
function rememberReasons(desk: HTMLElement): void {
  const key = `tukham:reasons:${desk.dataset.person ?? ''}`
  const list = document.createElement('datalist')
  list.id = 'reasons-given'
  desk.append(list)
  const read = (): string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
    } catch {
      return []
    }
  }
  desk.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches('.dismiss [name=reason]')) return
    list.replaceChildren(...read().map((reason) => new Option(reason, reason)))
    target.setAttribute('list', list.id)
  })
  desk.addEventListener('submit', ({ target }) => {
    const field =
      target instanceof Element ? target.querySelector('.dismiss [name=reason], [name=reason]') : null
    if (!(field instanceof HTMLInputElement) || !field.closest('.dismiss')) return
    const reason = field.value.trim()
    if (reason === '') return
    try {
      const kept = [reason, ...read().filter((one) => one !== reason)].slice(0, mostReasons)
      localStorage.setItem(key, JSON.stringify(kept))
    } catch {
      // Full or forbidden: the reason is given all the same, and not offered again.
    }
  })
}

import type { Editor } from './editor.ts'
import type { Editors } from './editors.ts'
import { mend } from './mends.ts'
import { caretLine, markAt, markUnder } from './mirror.ts'

/** A pointer that rests, and a caret that stays, ask; passing by does not. */
const pointerRests = 150
const caretStays = 500
/** Time to get from a mark to what explains it. */
const grace = 300
/** A caret that moves so soon after a key was moved by typing. */
const typing = 300

/** What a mark stands for, beside it: opened by the pointer, by the caret in it, or by a key, one at a time. */
export interface Explanations {
  /** Explains the mark at the caret or the first of the row; asked again, the next one of the row, the source's too. */
  explainAtCaret(editor: Editor): boolean
}

interface Shown {
  readonly mark: HTMLElement
  readonly row: HTMLElement
  readonly panel: HTMLElement
  readonly by: 'pointer' | 'caret' | 'key'
}

export function startExplanations(desk: HTMLElement, editors: Editors): Explanations {
  const template = desk.querySelector<HTMLTemplateElement>('[data-explanation-template]')
  const answers = new Map<string, Promise<string>>()
  let shown: Shown | null = null
  /** Closed with Escape: stays closed until another is asked for. */
  let closed: HTMLElement | null = null
  let timer = 0
  let lastTyped = 0

  const hide = () => {
    window.clearTimeout(timer)
    if (!shown) return
    const { row, panel } = shown
    const hadFocus = panel.contains(document.activeElement)
    shown = null
    panel.remove()
    row.classList.remove('segment--explaining')
    for (const mark of row.querySelectorAll('.mark--active')) mark.classList.remove('mark--active')
    const field = fieldOf(row)
    if (field) field.setAttribute('aria-describedby', `findings-${row.dataset.segment ?? ''}`)
    if (hadFocus) field?.focus({ preventScroll: true })
  }

  const show = (mark: HTMLElement, by: Shown['by'], at?: { x: number; y: number }) => {
    if (shown?.mark === mark) return
    hide()
    const row = mark.closest<HTMLElement>('[data-segment]')
    const panel = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
    if (!row || !(panel instanceof HTMLElement)) return
    // The browser's own label would lie over it.
    mark.removeAttribute('title')
    shown = { mark, row, panel, by }
    row.classList.add('segment--explaining')
    for (const one of row.querySelectorAll<HTMLElement>('.mark'))
      if (speaksOfSame(one, mark)) one.classList.add('mark--active')
    const finding = document.getElementById(mark.dataset.finding ?? '')
    fillFinding(panel, finding, editors.all.find((editor) => editor.row === row) ?? null, hide)
    panel.querySelector('[data-close]')?.addEventListener('click', hide)
    // Behind the text in the order of the page, so that Tab goes there, wherever it is shown.
    const editor = row.querySelector('.editor')
    if (editor) editor.after(panel)
    else row.querySelector('.segment__target')?.prepend(panel)
    if (by !== 'pointer')
      fieldOf(row)?.setAttribute('aria-describedby', `findings-${row.dataset.segment ?? ''} ${panel.id}`)
    const here = shown
    const place = () => {
      if (shown === here) placePanel(here, at)
    }
    place()
    void explanationOf(mark, finding).then((html) => {
      if (shown !== here) return
      const about = panel.querySelector('[data-slot="about"]')
      about?.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
      place()
    })
  }

  /** Asked for once a page; what could not be had is asked for again. */
  const explanationOf = (mark: HTMLElement, finding: HTMLElement | null): Promise<string> => {
    const { concept = '', name = '' } = mark.dataset
    const { check = '', severity = '' } = finding?.dataset ?? {}
    const asked = Object.entries({ concept, name, check, severity }).filter(([, value]) => value !== '')
    const query = new URLSearchParams(asked).toString()
    const known = answers.get(query)
    if (known) return known
    const answer = fetch(`${desk.dataset.explanations ?? ''}?${query}`, {
      headers: { Accept: 'text/html' },
      redirect: 'error',
    }).then(
      (response) => (response.ok ? response.text() : ''),
      () => '',
    )
    answers.set(query, answer)
    void answer.then((html) => {
      if (html === '') answers.delete(query)
    })
    return answer
  }

  const later = (delay: number, act: () => void) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(act, delay)
  }

  desk.addEventListener('pointermove', ({ target, clientX: x, clientY: y, pointerType, buttons }) => {
    if (pointerType === 'touch' || buttons !== 0 || !(target instanceof Element)) return
    if (shown?.panel.contains(target)) {
      window.clearTimeout(timer)
      return
    }
    later(shown ? grace : pointerRests, () => {
      const mark = markOn(target, x, y)
      if (mark && mark !== closed) show(mark, 'pointer', { x, y })
      else if (shown?.by === 'pointer' && !shown.panel.contains(document.activeElement)) hide()
      if (!mark && !shown) closed = null
    })
  })
  desk.addEventListener('pointerleave', () => {
    if (shown?.by === 'pointer' && !shown.panel.contains(document.activeElement)) later(grace, hide)
  })
  desk.addEventListener('click', (event) => {
    const { target, clientX: x, clientY: y } = event
    if (!(target instanceof Element)) return
    // A finger cannot rest over a mark in the field: it taps it, and the caret goes there too.
    const isTap = event instanceof PointerEvent && event.pointerType === 'touch'
    const mark = isTap ? markOn(target, x, y) : target.closest<HTMLElement>('.mark')
    if (mark) show(mark, 'key', { x, y })
    else if (shown && !shown.panel.contains(target) && (isTap || !isField(target))) hide()
  })
  desk.addEventListener('focusin', ({ target }) => {
    if (shown && target instanceof Node && !shown.row.contains(target)) hide()
  })
  desk.addEventListener('input', ({ target }) => {
    lastTyped = performance.now()
    closed = null
    if (isField(target)) hide()
  })
  document.addEventListener('selectionchange', () => {
    const field = document.activeElement
    if (!(field instanceof HTMLTextAreaElement) || !isField(field)) return
    if (performance.now() - lastTyped < typing || shown?.by === 'key') return
    later(caretStays, () => {
      const row = field.closest<HTMLElement>('[data-segment]')
      if (!row || document.activeElement !== field || field.selectionStart !== field.selectionEnd) return
      const mark = markAt(row, field.selectionStart)
      if (mark && mark !== closed) show(mark, 'caret')
      else if (shown?.by === 'caret') hide()
      if (!mark) closed = null
    })
  })
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || !shown) return
      closed = shown.mark
      hide()
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )

  return {
    explainAtCaret({ row, textarea }) {
      const marks = [...row.querySelectorAll<HTMLElement>('.segment__source .mark, .editor__mirror .mark')]
      const isNext = shown?.row === row && shown.by === 'key'
      const next = shown && isNext ? marks[(marks.indexOf(shown.mark) + 1) % marks.length] : undefined
      const mark = next ?? markAt(row, textarea.selectionStart) ?? marks[0]
      if (!mark) return false
      closed = null
      show(mark, 'key')
      return true
    },
  }
}

const fieldOf = (row: HTMLElement) => row.querySelector<HTMLTextAreaElement>('.editor__text')
const isField = (target: EventTarget | null) => target instanceof Element && target.matches('.editor__text')

function markOn(target: Element, x: number, y: number): HTMLElement | null {
  const row = target.closest<HTMLElement>('[data-segment]')
  return row && isField(target) ? markUnder(row, x, y) : target.closest<HTMLElement>('.mark')
}

function speaksOfSame({ dataset: a }: HTMLElement, { dataset: b }: HTMLElement): boolean {
  const concepts = a.concept?.split(' ') ?? []
  return (
    concepts.some((concept) => b.concept?.split(' ').includes(concept)) ||
    (a.name !== undefined && a.name === b.name)
  )
}

/** What the finding says and offers; pressed here, its own buttons do it, so that it stays one deed and can be undone. */
function fillFinding(
  panel: HTMLElement,
  finding: HTMLElement | null,
  editor: Editor | null,
  hide: () => void,
): void {
  const slot = panel.querySelector<HTMLElement>('[data-slot="finding"]')
  const message = finding?.querySelector('.finding__text')
  if (!slot || !finding || !message) {
    slot?.remove()
    return
  }
  slot.querySelector('[data-slot="message"]')?.replaceWith(message.cloneNode(true))
  const actions = slot.querySelector('[data-slot="offers"]')
  for (const offer of finding.querySelectorAll<HTMLButtonElement>('[data-offer]')) {
    const button = offer.cloneNode(true) as HTMLButtonElement
    button.type = 'button'
    button.removeAttribute('data-offer')
    button.addEventListener('click', () => {
      hide()
      if (editor) mend(editor, offer)
    })
    actions?.append(button)
  }
  const reason = finding.querySelector<HTMLDetailsElement>('.dismiss')
  const dismiss = slot.querySelector<HTMLElement>('[data-dismiss-here]')
  if (!reason) dismiss?.remove()
  dismiss?.addEventListener('click', () => {
    hide()
    if (reason) reason.open = true
  })
}

/** Below the mark, or above it where that would hide the line with the caret or leave the window; else below the whole text. */
function placePanel({ mark, row, panel, by }: Shown, at?: { x: number; y: number }): void {
  const rects = [...mark.getClientRects()]
  const near = at && rects.find(({ top, bottom }) => top <= at.y && at.y <= bottom)
  const rect = near ?? rects[0] ?? mark.getBoundingClientRect()
  const frame = row.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const field = fieldOf(row)
  const caret = field && document.activeElement === field ? caretLine(row, field.selectionStart) : null
  const gap = 6
  const covers = (top: number) => caret !== null && top < caret.bottom + gap && top + height > caret.top - gap
  const ceiling = document.querySelector('.desk__strip')?.getBoundingClientRect().bottom ?? 0
  const inSight = (top: number) => Math.min(top + height, window.innerHeight) - Math.max(top, ceiling)
  const below = (field ?? mark).getBoundingClientRect().bottom + gap
  const places = [rect.bottom + gap, rect.top - gap - height, below].filter((top) => !covers(top))
  const most = Math.max(...places.map(inSight))
  const top = places.find((one) => inSight(one) === most) ?? below
  const wanted = by === 'pointer' && at ? Math.min(rect.left, at.x) : rect.left
  panel.style.top = `${top - frame.top}px`
  panel.style.left = `${Math.max(0, Math.min(wanted - frame.left, frame.width - width))}px`
}

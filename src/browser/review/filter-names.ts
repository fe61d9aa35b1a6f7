import type { Editors } from './editors.ts'

/** The panel of names and terms: going from place to place, looking only at what is to be decided, proposing what is marked. */
export function startNames(desk: HTMLElement, editors: Editors): void {
  const turns = new Map<string, number>()
  desk.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return
    const form = event.target.closest<HTMLAnchorElement>('[data-places]')
    if (form) {
      event.preventDefault()
      goToNextPlace(desk, form, turns, editors)
    }
    const chosen = event.target.closest<HTMLElement>('[data-names]')
    if (chosen) {
      desk.dataset.namesShown = chosen.dataset.names ?? ''
      showChosen(desk)
    }
    const propose = event.target.closest<HTMLAnchorElement>('[data-propose]')
    if (propose) propose.search = markedPair(editors)
  })
  desk.addEventListener('parts', () => {
    showChosen(desk)
  })
  showChosen(desk)
}

function showChosen(desk: HTMLElement): void {
  const chosen = desk.dataset.namesShown ?? 'all'
  for (const button of desk.querySelectorAll<HTMLElement>('[data-names]'))
    button.setAttribute('aria-pressed', String(button.dataset.names === chosen))
}

/** Each press goes on to the next place of the form, and from the last to the first. */
function goToNextPlace(
  desk: HTMLElement,
  form: HTMLAnchorElement,
  turns: Map<string, number>,
  editors: Editors,
): void {
  const places = (form.dataset.places ?? '').split(' ')
  const key = `${form.dataset.key ?? ''} ${form.dataset.form ?? ''}`
  const turn = (turns.get(key) ?? 0) % places.length
  turns.set(key, turn + 1)
  const [segment, start, end] = (places[turn] ?? '').split(':').map(Number)
  const row = document.getElementById(`segment-${String(segment)}`)
  if (!row) return
  row.hidden = false
  row.scrollIntoView({ block: 'center' })
  const editor = editors.all.find((one) => one.row === row)
  if (editor) {
    editor.textarea.focus({ preventScroll: true })
    // Where the text has changed since the page was made, the words are looked for.
    const words = form.dataset.form ?? ''
    const text = editor.textarea.value
    const at = text.slice(start, end) === words ? (start ?? 0) : text.indexOf(words)
    if (at >= 0) editor.textarea.setSelectionRange(at, at + words.length)
  }
  const said = desk.querySelector<HTMLElement>('[data-place-said]')
  const pattern = said?.dataset.placeSaid ?? ''
  if (said)
    said.textContent = pattern
      .replace('{form}', form.dataset.form ?? '')
      .replace('{number}', String(turn + 1))
      .replace('{total}', String(places.length))
}

/** What is marked in a source and in its target, as the form of a proposal takes it. */
function markedPair(editors: Editors): string {
  const query = new URLSearchParams()
  const selection = getSelection()
  const source = selection?.anchorNode?.parentElement?.closest('.segment__source')
  const row = source?.closest<HTMLElement>('[data-segment]') ?? editors.current()?.row
  if (row) query.set('segment', row.dataset.segment ?? '')
  if (source && selection) query.set('source', selection.toString().trim())
  const editor = editors.all.find((one) => one.row === row)
  if (editor) {
    const { selectionStart, selectionEnd, value } = editor.textarea
    query.set('target', value.slice(selectionStart, selectionEnd).trim())
  }
  return query.toString()
}

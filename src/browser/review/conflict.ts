import { diffTexts } from '../../engine/text/diff.ts'
import { inPlace } from './in-place.ts'
import type { Editor } from './editor.ts'
import type { Standing } from './save.ts'

/** Shows both texts and what differs, and waits for a choice; the person's own text stays in the editor all the while. */
export function showConflict(desk: HTMLElement, editor: Editor, standing: Standing): void {
  const template = desk.querySelector<HTMLTemplateElement>('[data-conflict-template]')
  const panel = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
  if (!(panel instanceof HTMLElement)) return
  editor.row.querySelector('.conflict')?.remove()
  const slot = (name: string) => panel.querySelector<HTMLElement>(`[data-slot="${name}"]`)
  const headline = slot('headline')
  if (headline) headline.textContent = headlineFor(standing, headline.dataset, desk.dataset.person)
  const theirs = slot('theirs')
  if (theirs) theirs.textContent = standing.text
  slot('diff')?.replaceChildren(
    ...differences(standing.text, editor.textarea.value, desk.dataset.language ?? ''),
  )
  panel.querySelector('[data-choose="mine"]')?.addEventListener('click', () => {
    panel.remove()
    editor.rebase(standing, editor.textarea.value)
    void editor.save()
  })
  panel.querySelector('[data-choose="theirs"]')?.addEventListener('click', () => {
    panel.remove()
    editor.rebase(standing, standing.text)
    editor.textarea.focus()
  })
  // Below the line being typed, so that it stays where it is; somebody may be typing in a row further down already.
  inPlace(() => {
    editor.row.querySelector('.segment__form')?.after(panel)
  })
}

/** Another window of the same person is told apart from somebody else. */
function headlineFor({ author, authorId }: Standing, words: DOMStringMap, person?: string): string {
  if (String(authorId) === person) return words.self ?? ''
  return author === null ? (words.unknown ?? '') : (words.by ?? '').replace('{name}', () => author)
}

function differences(before: string, after: string, language: string): Node[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  // A segment is a few sentences; longer texts would make the segmenter slow and are compared by character.
  const words = (text: string) =>
    text.length > 4000
      ? []
      : Array.from(segmenter.segment(text), ({ index, segment }) => ({
          start: index,
          end: index + segment.length,
        }))
  return diffTexts(before, after, words).map(({ kind, text }) => {
    if (kind === 'same') return document.createTextNode(text)
    const element = document.createElement(kind === 'added' ? 'ins' : 'del')
    element.textContent = text
    return element
  })
}

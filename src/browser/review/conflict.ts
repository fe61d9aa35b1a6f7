import { diffTexts } from '../../engine/text/diff.ts'
import { mergeTexts } from '../../engine/text/merge-texts.ts'
import type { Span } from '../../engine/text/span.ts'
import { inPlace } from './in-place.ts'
import type { Editor } from './editor.ts'
import type { Standing } from './save.ts'

/**
 * Shows the text that both began with, what was changed in the saved one and what in one's own, and waits for a choice; the person's own
 * text stays in the editor all the while. Where the changes lie apart, both together are offered, never taken by themselves.
 */
export function showConflict(desk: HTMLElement, editor: Editor, standing: Standing): void {
  const template = desk.querySelector<HTMLTemplateElement>('[data-conflict-template]')
  const panel = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
  if (!(panel instanceof HTMLElement)) return
  editor.row.querySelector('.conflict')?.remove()
  const find = (selector: string) => panel.querySelector<HTMLElement>(selector)
  const fill = (slot: string, content: readonly (Node | string)[]) =>
    find(`[data-slot="${slot}"]`)?.replaceChildren(...content)
  const words = wordsIn(desk.dataset.language ?? '')
  const base = editor.base()
  const mine = () => editor.textarea.value
  const merged = () => (base === null ? null : mergeTexts(base, mine(), standing.text, words))

  const headline = find('[data-slot="headline"]')
  if (headline) headline.textContent = headlineFor(standing, headline.dataset, desk.dataset.person)
  fill('theirs', [standing.text])
  if (base !== null) {
    fill('base', [base])
    fill('theirs-changed', differences(base, standing.text, words))
  }
  for (const part of panel.querySelectorAll<HTMLElement>('[data-part="base"]')) part.hidden = base === null
  for (const part of panel.querySelectorAll<HTMLElement>('[data-part="apart"]')) part.hidden = base !== null

  /** One's own side changes as one goes on typing. */
  const compare = () => {
    const together = merged()
    const isNew = together !== null && together !== mine() && together !== standing.text
    fill('diff', differences(base ?? standing.text, mine(), words))
    if (isNew) fill('merged', differences(standing.text, together, words))
    for (const part of panel.querySelectorAll<HTMLElement>('[data-part="merged"]')) part.hidden = !isNew
    const overlap = find('[data-part="overlap"]')
    if (overlap) overlap.hidden = base === null || together !== null
  }
  compare()
  const follow = () => {
    if (panel.isConnected) compare()
    else editor.textarea.removeEventListener('input', follow)
  }
  const choose = (name: string, text: () => string, after: () => void) => {
    find(`[data-choose="${name}"]`)?.addEventListener('click', () => {
      const chosen = text()
      panel.remove()
      editor.rebase(standing, chosen)
      after()
    })
  }
  const save = () => void editor.save()
  const goOn = () => {
    editor.textarea.focus()
  }
  choose('mine', mine, save)
  choose('theirs', () => standing.text, goOn)
  choose('merged', () => merged() ?? mine(), save)
  choose('edit', mine, goOn)
  // Below the line being typed, so that it stays where it is; somebody may be typing in a row further down already.
  inPlace(() => {
    editor.row.querySelector('.segment__form')?.after(panel)
  })
  editor.textarea.addEventListener('input', follow)
}

/** Another window of the same person is told apart from somebody else. */
function headlineFor({ author, authorId }: Standing, words: DOMStringMap, person?: string): string {
  if (String(authorId) === person) return words.self ?? ''
  return author === null ? (words.unknown ?? '') : (words.by ?? '').replace('{name}', () => author)
}

/** A segment is a few sentences; longer texts would make the segmenter slow and are compared by character. */
function wordsIn(language: string): (text: string) => readonly Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return (text) =>
    text.length > 4000
      ? []
      : Array.from(segmenter.segment(text), ({ index, segment }) => ({
          start: index,
          end: index + segment.length,
        }))
}

function differences(before: string, after: string, words: (text: string) => readonly Span[]): Node[] {
  return diffTexts(before, after, words).map(({ kind, text }) => {
    if (kind === 'same') return document.createTextNode(text)
    const element = document.createElement(kind === 'added' ? 'ins' : 'del')
    element.textContent = text
    return element
  })
}

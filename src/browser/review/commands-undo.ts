import type { Announcer } from './commands-announcer.ts'
import { goTo } from './commands.ts'
import type { Editors } from './editors.ts'
import { refreshParts } from './parts.ts'

interface Answer {
  readonly to?: string
  readonly standing?: {
    readonly segmentId: number
    readonly text: string
    readonly revisionId: number
  } | null
  readonly message?: string
}

/** The buttons for undo and redo, without loading the page anew where one segment alone has changed. */
export function startUndo(desk: HTMLElement, editors: Editors, announcer: Announcer): void {
  desk.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-step]')) return
    event.preventDefault()
    void takeBack(form)
  })

  let running = false
  async function takeBack(form: HTMLFormElement): Promise<void> {
    if (running) return
    running = true
    try {
      // What is being typed is a change as well, and the last one.
      if (!(await editors.saveAll())) return
      const token = (form.elements.namedItem('_csrf') as HTMLInputElement).value
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-CSRF-Token': token },
      })
      show((await answer.json()) as Answer, form.dataset.step ?? '')
    } catch {
      // No connection: nothing is undone as far as is known, and the key can be pressed again.
      announcer.say(announcer.wordsFor('not-now'))
    } finally {
      running = false
    }
  }

  function show({ to, standing, message }: Answer, step: string): void {
    if (to === undefined) {
      announcer.say(message ?? '')
      return
    }
    const editor = editors.all.find(({ segment }) => segment === String(standing?.segmentId))
    if (!standing || !editor) {
      const url = new URL(to, location.href)
      const isHere = url.pathname === location.pathname && url.search === location.search
      location.assign(url)
      if (isHere) location.reload()
      return
    }
    editor.rebase({ ...standing, author: null, authorId: null }, standing.text)
    goTo(editor)
    announcer.say(announcer.wordsFor(step === 'undo' ? 'undone' : 'redone'))
    void refreshParts(desk)
  }
}

import type { Announcer } from './commands-announcer.ts'
import type { Editor } from './editor.ts'

interface Past {
  readonly revisions: readonly { readonly text: string; readonly words: string }[]
  at: number
}

/** Texts from elsewhere, put into the editor as if typed: the browser's undo takes them back, and they are saved like all others. */
export function createRevisions(announcer: Announcer) {
  /** The pasts that somebody is stepping through; typing anything ends it. */
  const pasts = new Map<Editor, Past>()
  const put = (editor: Editor, text: string) => {
    const past = pasts.get(editor)
    if (text !== editor.textarea.value) editor.type(text, 0, editor.textarea.value.length)
    else editor.textarea.focus()
    if (past) pasts.set(editor, past)
  }
  const show = async (editor: Editor, choose: (past: Past) => number) => {
    let past = pasts.get(editor)
    if (!past) {
      const read = await readPast(editor)
      if (!read) return announcer.say(announcer.wordsFor('not-now'))
      past = read
      pasts.set(editor, past)
      editor.textarea.addEventListener('input', () => pasts.delete(editor), { once: true })
    }
    past.at = Math.min(Math.max(0, choose(past)), past.revisions.length - 1)
    const revision = past.revisions[past.at]
    if (!revision) return
    put(editor, revision.text)
    announcer.say(revision.words)
  }

  return {
    copySource(editor: Editor): boolean {
      const source = editor.row.querySelector('.segment__source .text-source')
      const text = source?.querySelector('em.muted') ? '' : (source?.textContent ?? '')
      if (text !== '') put(editor, text)
      return text !== ''
    },
    /** What the machine wrote. */
    first(editor: Editor): boolean {
      void show(editor, () => 0)
      return true
    },
    step(editor: Editor, by: 1 | -1): boolean {
      void show(editor, ({ at }) => at + by)
      return true
    },
  }
}

export type Revisions = ReturnType<typeof createRevisions>

/** Begins at the latest revision that has the text of the editor; what is not saved yet comes after all of them. */
async function readPast({ row, textarea }: Editor): Promise<Past | null> {
  const link = row.querySelector<HTMLAnchorElement>('a[href$="/history"]')
  const answer = await fetch(link?.href ?? '', {
    headers: { Accept: 'application/json' },
    redirect: 'error',
  }).catch(() => null)
  if (!link || !answer?.ok) return null
  const { revisions } = (await answer.json()) as Pick<Past, 'revisions'>
  const standing = revisions.findLastIndex(({ text }) => text === textarea.value)
  return { revisions, at: standing === -1 ? revisions.length : standing }
}

export type Status =
  'unsaved' | 'saving' | 'saved' | 'failed' | 'offline' | 'signed-out' | 'conflict' | 'restored'

/** The one line that says, for the whole page, how things stand; spoken by screen readers. Its words come from the page. */
export function createStatusLine(desk: HTMLElement) {
  const line = desk.querySelector<HTMLElement>('[data-status]')
  return {
    wordsFor(status: Status): string {
      return line?.getAttribute(`data-${status}`) ?? ''
    },
    show(status: Status) {
      if (!line) return
      line.hidden = false
      line.dataset.state = status
      line.textContent = this.wordsFor(status)
      if (status !== 'signed-out') return
      const link = document.createElement('a')
      link.href = desk.dataset.signIn ?? '/'
      link.textContent = line.dataset.signInAgain ?? ''
      line.append(' ', link)
    },
  }
}

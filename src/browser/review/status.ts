/** How one segment stands, the gravest first. */
const statuses = [
  'conflict',
  'failed',
  'signed-out',
  'offline',
  'unsaved',
  'restored',
  'saving',
  'saved',
] as const

export type Status = (typeof statuses)[number]

/**
 * The one line that says, for the whole page, how things stand; spoken by screen readers. Its words come from the page. It says
 * the gravest of what its segments say: "saved" only when nothing is left to save.
 */
export function createStatusLine(desk: HTMLElement) {
  const line = desk.querySelector<HTMLElement>('[data-status]')
  const standing = new Map<string, Status>()
  return {
    wordsFor(status: Status): string {
      return line?.getAttribute(`data-${status}`) ?? ''
    },
    show(segment: string, state: Status) {
      standing.set(segment, state)
      const said = new Set(standing.values())
      const status = statuses.find((one) => said.has(one))
      if (!line || !status || line.dataset.state === status) return
      line.dataset.state = status
      line.textContent = this.wordsFor(status)
      if (status !== 'signed-out') return
      const link = document.createElement('a')
      link.dataset.signIn = ''
      link.href = desk.dataset.signIn ?? '/'
      link.textContent = line.dataset.signInAgain ?? ''
      line.append(' ', link)
    },
  }
}

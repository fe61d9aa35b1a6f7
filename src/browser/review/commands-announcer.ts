/** Says a sentence to everybody: a screen reader reads it, and it stands in the corner for a while. Its words come from the page. */
export function createAnnouncer(desk: HTMLElement) {
  const line = desk.querySelector<HTMLElement>('[data-announcer]')
  let timer: number | undefined
  return {
    wordsFor: (what: string): string => line?.getAttribute(`data-${what}`) ?? '',
    say(text: string) {
      if (!line) return
      window.clearTimeout(timer)
      // The same sentence twice is only read again where it was gone in between.
      line.textContent = ''
      window.setTimeout(() => (line.textContent = text), 30)
      timer = window.setTimeout(() => (line.textContent = ''), longEnough)
    },
  }
}

const longEnough = 8_000

export type Announcer = ReturnType<typeof createAnnouncer>

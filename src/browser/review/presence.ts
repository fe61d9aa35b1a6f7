import type { Editors } from './editors.ts'

/** Somebody who is on the article, and the segments they are in. */
export interface Companion {
  readonly id: number
  readonly name: string
  readonly segmentIds: readonly number[]
}

const tones = 4
/** Whoever loses the connection for a moment has not left. */
const leavingAfter = 4_000
const tellEvery = 1_000
/** Sooner than the server takes a silent window for a closed one. */
const renewEvery = 15_000

/** Tells the server which segment somebody is in, once a second at most, and that they leave. */
export function tellPresence(company: HTMLElement, windowId: string, editors: Editors): void {
  let told: string | null = null
  let timer: number | undefined
  const tell = (segment: string | null, isLeaving = false) => {
    const body = new URLSearchParams({ window: windowId })
    if (segment !== null) body.set('segmentId', segment)
    if (isLeaving) body.set('leaving', 'yes')
    void fetch(company.dataset.presence ?? '', {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-CSRF-Token': company.dataset.csrf ?? '' },
      body,
      keepalive: true,
    }).catch(() => undefined)
  }
  const here = () => {
    const editor = editors.current()
    return editor?.row.contains(document.activeElement) ? editor.segment : null
  }
  const tellSoon = () => {
    timer ??= window.setTimeout(() => {
      timer = undefined
      if (here() === told) return
      told = here()
      tell(told)
    }, tellEvery)
  }
  document.addEventListener('focusin', tellSoon)
  document.addEventListener('focusout', tellSoon)
  window.addEventListener('pagehide', () => {
    tell(null, true)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tell(null, true)
    else tell((told = here()))
  })
  // The stream says by itself that the window is there; where there is none, or the server has begun anew, this does.
  window.setInterval(() => {
    if (document.visibilityState === 'visible') tell(told)
  }, renewEvery)
  tell(null)
}

/** Shows who else is here: in the head, and in each row who works in it. Comings and goings are said once, and late rather than often. */
export function showPresence(
  desk: HTMLElement,
  company: HTMLElement,
): (people: readonly Companion[]) => void {
  const list = company.querySelector<HTMLElement>('[data-company-list]')
  const title = company.querySelector<HTMLElement>('[data-company-title]')
  const status = company.querySelector<HTMLElement>('[data-company-status]')
  const me = Number(desk.dataset.person)
  let shown = ''
  let announced = new Map<number, string>()
  let timer: number | undefined

  const announce = (people: readonly Companion[]) => {
    const now = new Map(people.map(({ id, name }) => [id, name]))
    const say = (sentence: string | undefined, name: string) => (sentence ?? '').replace('{name}', () => name)
    const news = [
      ...[...now].filter(([id]) => !announced.has(id)).map(([, name]) => say(company.dataset.arrived, name)),
      ...[...announced].filter(([id]) => !now.has(id)).map(([, name]) => say(company.dataset.left, name)),
    ]
    announced = now
    if (status && news.length > 0) status.textContent = news.join(' ')
  }
  return (people) => {
    const others = people.filter(({ id }) => id !== me)
    const key = JSON.stringify(others)
    if (key === shown) return
    shown = key
    list?.replaceChildren(...others.map(personItem))
    for (const part of [list, title]) if (part) part.hidden = others.length === 0
    showInRows(others, company.dataset.here ?? '')
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      announce(others)
    }, leavingAfter)
  }
}

function personItem({ id, name }: Companion): HTMLElement {
  const item = document.createElement('li')
  item.className = 'company__person'
  const mark = document.createElement('span')
  mark.className = 'company__initials'
  mark.dataset.tone = String(id % tones)
  mark.setAttribute('aria-hidden', 'true')
  mark.textContent = initials(name)
  item.append(mark, name)
  return item
}

/** Of the first and the last word. A Thai vowel that is written before its consonant begins no name by itself. */
function initials(name: string): string {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
  const first = (word: string) =>
    [...segmenter.segment(word.replace(/^[เแโใไ]/, ''))][0]?.segment.toLocaleUpperCase() ?? ''
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => first(word ?? '')).join('')
}

function showInRows(people: readonly Companion[], sentence: string): void {
  const places = new Map<string, Companion[]>()
  for (const person of people)
    for (const id of person.segmentIds) places.set(String(id), [...(places.get(String(id)) ?? []), person])
  for (const old of document.querySelectorAll<HTMLElement>('.segment__companions')) old.remove()
  for (const [segment, here] of places) {
    const row = document.getElementById(`segment-${segment}`)
    if (!row) continue
    const badges = document.createElement('p')
    badges.className = 'segment__companions'
    badges.append(
      ...here.map(({ id, name }) => {
        const badge = document.createElement('span')
        badge.className = 'segment__companion'
        badge.dataset.tone = String(id % tones)
        badge.textContent = sentence.replace('{name}', () => name)
        return badge
      }),
    )
    row.prepend(badges)
  }
}

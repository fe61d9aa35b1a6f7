import type { Editors } from './editors.ts'
import { startLiveComments } from './live-comments.ts'
import { createLiveRows } from './live-rows.ts'
import { listen, type Happening } from './live.ts'
import { startMentions } from './mentions.ts'
import { showPresence, tellPresence } from './presence.ts'

/** Events come in bursts: a save and its confirmation, or a change of many places. */
const pause = 150

/** Others on the article: who and where, and what they save and say, as it happens. */
export function startLiveDesk(desk: HTMLElement, editors: Editors): void {
  const company = desk.querySelector<HTMLElement>('[data-company]')
  if (!company) return
  const windowId = crypto.randomUUID()
  const me = Number(desk.dataset.person)
  const status = company.querySelector<HTMLElement>('[data-company-status]')
  const rows = createLiveRows(desk, company, editors)
  const comments = startLiveComments(desk, company)
  startMentions(desk, company)
  tellPresence(company, windowId, editors)

  let waiting: Happening[] = []
  let isBehind = false
  let timer: number | undefined
  const settle = async () => {
    timer = undefined
    const happened = waiting.filter((happening) => happening.by !== me || !isShown(happening))
    const hasMissed = isBehind
    isBehind = false
    waiting = []
    const foreign = happened.find(({ by }) => by !== me)
    const spoken = happened.filter(({ type }) => type.startsWith('comment_'))
    if (spoken.length > 0 || hasMissed) await comments.refresh()
    if (spoken.length < happened.length || hasMissed) {
      const touched = await rows.update(foreign?.name ?? null)
      const numbers = touched.map((id) => numberOf(id)).filter((number) => number !== '')
      if (foreign?.name && numbers.length > 0)
        say(company.dataset.saved, { name: foreign.name, number: numbers.join(', ') })
    }
    const remark = spoken.find(({ by, type }) => by !== me && type === 'comment_written')
    if (remark?.name) say(company.dataset.commented, { name: remark.name })
  }
  const say = (sentence: string | undefined, values: Readonly<Record<string, string>>) => {
    if (status)
      status.textContent = (sentence ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  }
  const soon = () => {
    timer ??= window.setTimeout(() => void settle(), pause)
  }
  listen(company.dataset.live ?? '', Number(company.dataset.since), windowId, {
    happened(happening) {
      waiting.push(happening)
      soon()
    },
    missed() {
      isBehind = true
      soon()
    },
    company: showPresence(desk, company),
  })
}

/** One's own save, of which the server's answer has told already. */
const isShown = ({ segmentId, revisionId }: Happening): boolean =>
  revisionId !== null &&
  document.querySelector<HTMLInputElement>(`#segment-${segmentId ?? ''} [data-form] [name=basedOn]`)
    ?.value === String(revisionId)

const numberOf = (segment: number): string =>
  document.querySelector(`#segment-${segment} .segment__number`)?.textContent ?? ''

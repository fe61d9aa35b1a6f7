import type { Editors } from './editors.ts'
import { inPlace } from './in-place.ts'
import { refreshParts } from './parts.ts'
import type { Standing } from './save.ts'

interface Answer {
  readonly segmentIds: readonly number[]
  readonly texts: readonly (Standing & { readonly segmentId: number })[]
}

/** How long a row shows that somebody has just saved it. */
const glow = 2_000

/**
 * Brings the rows up to what stands on the server. Texts are replaced where nothing is being typed, and told of where something is; when
 * the segments themselves are others, a notice offers to show them, and nobody's typing is cut off.
 */
export function createLiveRows(desk: HTMLElement, company: HTMLElement, editors: Editors) {
  let after = Math.max(0, ...editors.all.map(({ row }) => revisionIn(row)))
  let running: Promise<readonly number[]> = Promise.resolve([])

  const update = async (by: string | null): Promise<readonly number[]> => {
    const answer = await fetch(`${company.dataset.standing ?? ''}?after=${after}`, {
      headers: { Accept: 'application/json' },
      redirect: 'error',
    }).catch(() => null)
    if (!answer?.ok) return []
    const { segmentIds, texts } = (await answer.json()) as Answer
    const touched: number[] = []
    for (const text of texts) {
      after = Math.max(after, text.revisionId)
      const editor = editors.all.find(({ segment }) => segment === String(text.segmentId))
      const outcome = await editor?.receive(text)
      if (outcome === undefined || outcome === 'known') continue
      touched.push(text.segmentId)
      if (outcome === 'shown' && editor) show(editor.row)
    }
    if (!isSame(segmentIds, idsIn(desk))) tellRecut(desk, company, editors, by)
    await refreshParts(desk)
    return touched
  }
  return {
    /** The segments whose texts are others now. One update after the other, so that none goes back behind another. */
    update(by: string | null): Promise<readonly number[]> {
      running = running.then(
        () => update(by),
        () => update(by),
      )
      return running
    },
  }
}

const revisionIn = (row: HTMLElement): number =>
  Number(row.querySelector<HTMLInputElement>('[data-form] [name=basedOn]')?.value)

const idsIn = (desk: HTMLElement): number[] =>
  [...desk.querySelectorAll<HTMLElement>('[data-segment]')].map(({ dataset }) => Number(dataset.segment))

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((id, index) => id === b[index])

function show(row: HTMLElement): void {
  row.classList.add('segment--touched')
  window.setTimeout(() => {
    row.classList.remove('segment--touched')
  }, glow)
}

function tellRecut(desk: HTMLElement, company: HTMLElement, editors: Editors, by: string | null): void {
  if (desk.querySelector('[data-recut-notice]')) return
  const template = company.querySelector<HTMLTemplateElement>('[data-recut-template]')
  const notice = (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild
  const text = notice?.querySelector('[data-slot="text"]')
  if (!notice || !text) return
  const sentence =
    by === null
      ? (company.dataset.recutUnknown ?? '')
      : (company.dataset.recut ?? '').replace('{name}', () => by)
  text.textContent = sentence
  notice.querySelector('[data-reload]')?.addEventListener('click', () => {
    // What cannot be saved is kept in the browser, and shown again on the new page.
    void editors.saveAll().then(() => {
      location.reload()
    })
  })
  inPlace(() => {
    desk.querySelector('.desk__head')?.after(notice)
  })
  const status = company.querySelector('[data-company-status]')
  if (status) status.textContent = sentence
}

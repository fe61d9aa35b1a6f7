/** Which row has the work, and its neighbours: the styles that let the others step back follow it. */
export function startCurrentRow(desk: HTMLElement): void {
  let marked: readonly Element[] = []
  const mark = (row: Element | null) => {
    for (const one of marked) one.classList.remove('segment--current', 'segment--near')
    const near = [row?.previousElementSibling, row?.nextElementSibling].flatMap((one) =>
      one?.matches('[data-segment]') ? [one] : [],
    )
    row?.classList.add('segment--current')
    for (const one of near) one.classList.add('segment--near')
    marked = [...near, ...(row ? [row] : [])]
    desk.classList.toggle('desk--working', row !== null)
  }
  desk.addEventListener('focusin', ({ target }) => {
    // The bar of characters works in the row that had the focus before.
    if (target instanceof Element && !target.closest('[data-characters-bar]'))
      mark(target.closest('[data-segment]'))
  })
}

/** Menus and small forms that open are closed by Escape, which goes back to what opened them, and by going on elsewhere. */
export function startMenus(desk: HTMLElement): void {
  const closeOthers = (target: EventTarget | null) => {
    for (const menu of desk.querySelectorAll<HTMLDetailsElement>('.menu[open]'))
      if (!(target instanceof Node && menu.contains(target))) menu.open = false
  }
  document.addEventListener('click', ({ target }) => {
    closeOthers(target)
  })
  desk.addEventListener('focusin', ({ target }) => {
    closeOthers(target)
  })
  desk.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return
    const open = event.target.closest<HTMLDetailsElement>('.menu[open], .dismiss[open]')
    if (!open) return
    open.open = false
    open.querySelector('summary')?.focus()
  })
  // What opens from a row lies over the next ones.
  desk.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.matches('.menu')) return
      target.closest('[data-segment]')?.classList.toggle('segment--open', target.open)
    },
    true,
  )
  // Opened to write a reason: that is where the next key should go.
  desk.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.matches('.dismiss'))
        target.querySelector<HTMLInputElement>('[name=reason]')?.focus()
    },
    true,
  )
}

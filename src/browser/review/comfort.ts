/** How the desk looks to oneself: at once when it is chosen, and kept on the server. */
export function startComfort(root: ParentNode) {
  const form = root.querySelector<HTMLFormElement>('[data-comfort]')
  const field = (name: string) => form?.elements.namedItem(name) as HTMLSelectElement | null | undefined
  form?.querySelector('[data-comfort-save]')?.setAttribute('hidden', '')
  form?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    show(target.name, target.value)
    void keep(form, target.name, target.value)
  })
  const choose = (select: HTMLSelectElement, index: number) => {
    select.selectedIndex = index
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return {
    /** On where it is off, and the other way about; or as it is told. */
    turn(name: string, isOn?: boolean): boolean {
      const select = field(name)
      if (!select) return false
      const wanted = isOn ?? select.value !== 'on'
      if (wanted !== (select.value === 'on')) choose(select, wanted ? 1 : 0)
      return true
    },
    step(name: string, by: 1 | -1): boolean {
      const select = field(name)
      const index = (select?.selectedIndex ?? 0) + by
      if (!select || index < 0 || index >= select.options.length) return false
      choose(select, index)
      return true
    },
  }
}

export type Comfort = ReturnType<typeof startComfort>

function show(name: string, value: string): void {
  const { dataset } = document.documentElement
  if (name === 'theme' && value === 'system') delete dataset.theme
  else dataset[name] = value
  document.dispatchEvent(new CustomEvent('comfort', { detail: name }))
}

async function keep(form: HTMLFormElement, name: string, value: string): Promise<void> {
  const said = form.querySelector<HTMLElement>('[data-comfort-failed]')
  const token = (form.elements.namedItem('_csrf') as HTMLInputElement).value
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': token },
    body: new URLSearchParams({ [name]: value }),
    keepalive: true,
  }).catch(() => null)
  if (said) said.textContent = answer?.ok ? '' : (said.dataset.words ?? '')
}

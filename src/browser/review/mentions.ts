interface Person {
  readonly id: number
  readonly name: string
  /** What is written after the sign. */
  readonly call: string
}

const mostShown = 6
const longestQuery = 40

/**
 * Offers people after an `@` in a comment: a list under the field, walked with the arrows, taken with Enter, Tab or a click. The focus never
 * leaves the field (WAI-ARIA, list autocomplete).
 */
export function startMentions(desk: HTMLElement, company: HTMLElement): void {
  let people: Promise<readonly Person[]> | null = null
  let open: {
    field: HTMLTextAreaElement
    list: HTMLElement
    start: number
    found: readonly Person[]
  } | null = null
  let chosen = 0
  const status = company.querySelector<HTMLElement>('[data-company-status]')

  const load = async (): Promise<readonly Person[]> => {
    const answer = await fetch(company.dataset.mentionable ?? '', { headers: { Accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { people: Person[] }).people : []
  }
  const close = () => {
    open?.list.remove()
    open?.field.removeAttribute('aria-activedescendant')
    open?.field.removeAttribute('aria-controls')
    open = null
  }
  const choose = (index: number) => {
    if (!open) return
    chosen = (index + open.found.length) % open.found.length
    for (const [at, option] of [...open.list.children].entries())
      option.setAttribute('aria-selected', String(at === chosen))
    open.field.setAttribute('aria-activedescendant', `mention-${chosen}`)
  }
  const take = () => {
    const person = open?.found[chosen]
    if (!open || !person) return
    const { field, start } = open
    close()
    field.setRangeText(`@${person.call} `, start, field.selectionStart, 'end')
    field.focus()
  }
  const offer = (field: HTMLTextAreaElement, start: number, found: readonly Person[]) => {
    close()
    if (found.length === 0) return
    const list = document.createElement('ul')
    list.className = 'mention-list'
    list.id = 'mention-list'
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', company.dataset.people ?? '')
    list.append(
      ...found.map((person, index) => {
        const option = document.createElement('li')
        option.className = 'mention-list__person'
        option.id = `mention-${index}`
        option.setAttribute('role', 'option')
        option.textContent = person.call === person.name ? person.name : `${person.name} (${person.call})`
        // Before the field loses the focus.
        option.addEventListener('mousedown', (event) => {
          event.preventDefault()
          chosen = index
          take()
        })
        return option
      }),
    )
    field.setAttribute('aria-controls', list.id)
    field.parentElement?.classList.add('mention-place')
    field.after(list)
    open = { field, list, start, found }
    choose(0)
    if (status)
      status.textContent = (company.dataset.found ?? '').replace('{name}', () => found[0]?.name ?? '')
  }

  desk.addEventListener('input', (event) => {
    const field = event.target
    if (!(field instanceof HTMLTextAreaElement) || !field.matches('[data-mentions]')) return
    const call = /(?:^|[^\p{Script=Latin}\p{N}])@([^@\n]*)$/u.exec(
      field.value.slice(0, field.selectionStart),
    )?.[1]
    if (call === undefined || call.length > longestQuery) return close()
    const start = field.selectionStart - call.length - 1
    const asked = field.value
    people ??= load().catch(() => {
      people = null
      return []
    })
    void people.then((all) => {
      if (field.value !== asked || document.activeElement !== field) return
      offer(field, start, all.filter((person) => isMeant(person, call)).slice(0, mostShown))
    })
  })
  desk.addEventListener('keydown', (event) => {
    if (!open || event.target !== open.field || event.isComposing) return
    switch (event.key) {
      case 'ArrowDown':
        choose(chosen + 1)
        break
      case 'ArrowUp':
        choose(chosen - 1)
        break
      case 'Enter':
      case 'Tab':
        take()
        break
      case 'Escape':
        close()
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  })
  desk.addEventListener('focusout', (event) => {
    if (event.target === open?.field) close()
  })
}

/** Any word of the name begins so, with or without its marks: few keyboards have both languages. */
function isMeant({ name, call }: Person, typed: string): boolean {
  const query = bare(typed)
  const whole = bare(name)
  return (
    whole.startsWith(query) ||
    whole.split(/\s+/).some((word) => word.startsWith(query)) ||
    bare(call).startsWith(query)
  )
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')

import { chordsOf, isComposing } from './keys.ts'

/** On the page where keys are chosen: a button beside each field, that writes down the keys which are pressed next. */
export function startKeyMap(form: HTMLFormElement): void {
  const { press = '', pressing = '' } = form.dataset
  for (const field of form.querySelectorAll<HTMLInputElement>('.key-choice input')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--small'
    button.textContent = press
    button.setAttribute('aria-describedby', field.id)
    button.setAttribute('aria-label', `${press}: ${field.labels?.[0]?.textContent.trim() ?? ''}`)
    const listen = (isListening: boolean) => {
      button.setAttribute('aria-pressed', String(isListening))
      button.textContent = isListening ? pressing : press
    }
    button.addEventListener('click', () => {
      listen(button.getAttribute('aria-pressed') !== 'true')
    })
    button.addEventListener('blur', () => {
      listen(false)
    })
    button.addEventListener('keydown', (event) => {
      if (button.getAttribute('aria-pressed') !== 'true' || isComposing(event)) return
      if (/^(?:Control|Shift|Alt|Meta|Tab)$/.test(event.key)) return
      event.preventDefault()
      listen(false)
      const [chord] = chordsOf(event)
      if (event.key !== 'Escape' && chord !== undefined) field.value = written(chord, field)
    })
    field.after(button)
  }
}

/** The one that takes a digit takes any digit. */
const written = (chord: string, field: HTMLInputElement): string => {
  const read = chord.replace(/Key(?=[A-Z]$)/, '')
  return field.name === 'key-offer' ? read.replace(/Digit[1-9]$/, 'Digit') : read.replace(/Digit(?=\d$)/, '')
}

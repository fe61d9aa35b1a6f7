import { startFaults } from './version/faults.ts'
import { startVerdicts } from './version/verdicts.ts'

/** The page of a version: segments accepted and sent back by one key, and faults marked where they are selected. */
const changes = document.querySelector<HTMLElement>('[data-version]')
if (changes) {
  const dialog = document.querySelector<HTMLDialogElement>('[data-mark-dialog]')
  const mark = dialog ? startFaults(changes, dialog) : null
  startVerdicts(changes, mark)
}

import { startBreaks } from './review/breaks.ts'
import { startEditors } from './review/editors.ts'
import { startKeys } from './review/keys.ts'
import { startLeaving } from './review/leaving.ts'
import { startMends } from './review/mends.ts'
import { startMenus } from './review/menus.ts'

/** The review page with scripts: saves by itself, keeps unsaved text, mends with a key. Without it every part is a plain form. */
const desk = document.querySelector<HTMLElement>('[data-desk]')
if (desk) {
  desk.classList.add('desk--scripted')
  const editors = startEditors(desk)
  startMends(desk, editors)
  startLeaving(desk, editors)
  startMenus(desk)
  startKeys(editors, startBreaks(desk, editors))
}

import { createBreaks } from './review/breaks.ts'
import { startCharacters } from './review/characters.ts'
import { startComfort } from './review/comfort.ts'
import { createAnnouncer } from './review/commands-announcer.ts'
import { startFindingWalk } from './review/commands-findings.ts'
import { startUndo } from './review/commands-undo.ts'
import { createCommands, showKeys, startCommandButtons } from './review/commands.ts'
import { startCurrentRow } from './review/current-row.ts'
import { startDismissals } from './review/dismissals.ts'
import { startEditors } from './review/editors.ts'
import { startExplanations } from './review/explain.ts'
import { startFilter } from './review/filter.ts'
import { startNames } from './review/filter-names.ts'
import { startKeys } from './review/keys.ts'
import { startLeaving } from './review/leaving.ts'
import { startLiveDesk } from './review/live-desk.ts'
import { startLiveChecks } from './review/live-check.ts'
import { startMemory } from './review/memory.ts'
import { startMends } from './review/mends.ts'
import { startMenus } from './review/menus.ts'
import { startPalette } from './review/palette.ts'
import { createRevisions } from './review/revisions.ts'

/** The review page with scripts: saves by itself, keeps unsaved text, mends with a key. Without it every part is a plain form. */
const desk = document.querySelector<HTMLElement>('[data-desk]')
if (desk) {
  desk.classList.add('desk--scripted')
  const editors = startEditors(desk)
  startCurrentRow(desk)
  startLiveChecks(desk)
  startMends(desk, editors)
  startDismissals(desk, editors)
  const explanations = startExplanations(desk, editors)
  const memory = startMemory(desk, editors)
  startLeaving(desk, editors)
  startLiveDesk(desk, editors)
  startMenus(desk)
  startFilter(desk)
  startNames(desk, editors)
  const announcer = createAnnouncer(desk)
  // What another page has done is said here too: the work goes on in its row, which may lie far below the top.
  const done = document.querySelector('.notice--frame')?.textContent.trim()
  if (done) announcer.say(done)
  const comfort = startComfort(desk)
  startUndo(desk, editors, announcer)
  let openPalette = () => false
  const commands = createCommands(desk, {
    editors,
    breaks: createBreaks(editors),
    walk: startFindingWalk(desk, editors, announcer),
    revisions: createRevisions(announcer),
    comfort,
    explain: (editor) => explanations.explainAtCaret(editor),
    memory,
    openCharacters: startCharacters(desk, editors, comfort),
    openPalette: () => openPalette(),
  })
  openPalette = startPalette(desk, commands)
  startCommandButtons(desk, commands)
  showKeys(desk, commands)
  startKeys(desk, commands, announcer)
}

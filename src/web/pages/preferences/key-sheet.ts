import { chordPieces } from '../../../domain/chord.ts'
import { chordsOf, commandGroups, commands, type KeyChoices } from '../../../domain/commands.ts'

/** The commands with a person's keys, group by group, as the sheet of keys, the palette and the page of keys show them. */
export const keySheet = (choices: KeyChoices) =>
  commandGroups.map((group) => ({
    group,
    entries: commands
      .filter((command) => command.group === group)
      .map(({ id }) => {
        const chords = chordsOf(id, choices)
        return { id, chords, pieces: chords.map(chordPieces), isOwn: choices[id] !== undefined }
      }),
  }))

import type { Knex } from 'knex'
import { usualPreferences, type Preferences } from '../../domain/preferences.ts'

/** A row of `preferences`, as `people` reads it along with the person. */
export type PreferencesRow = Readonly<Record<string, unknown>> & { readonly keys: Preferences['keys'] }

export const createPreferences = (knex: Knex) => ({
  async set(personId: number, { comfort, keys }: Preferences) {
    const { textSize, lineSpacing, ...rest } = comfort
    await knex('preferences')
      .insert({
        person_id: personId,
        text_size: textSize,
        line_spacing: lineSpacing,
        ...rest,
        keys: JSON.stringify(keys),
      })
      .onConflict('person_id')
      .merge()
  },
})

/** Somebody who has never chosen anything has no row. */
export function toPreferences(row: PreferencesRow | null): Preferences {
  if (!row) return usualPreferences
  const { text_size: textSize, line_spacing: lineSpacing, keys } = row
  const { columns, width, source, focus, theme, motion, characters } = row
  // The table's own checks keep these to what the choices are.
  const comfort = { textSize, lineSpacing, columns, width, source, focus, theme, motion, characters }
  return { comfort: comfort as Preferences['comfort'], keys }
}

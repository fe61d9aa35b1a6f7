import { z } from 'zod'
import { comfortChoices } from '../../../domain/preferences.ts'
import { choosePreferences } from '../../../workflows/choose-preferences.ts'
import { action } from '../../action.ts'
import { safeNext } from '../../paths.ts'
import { json, redirect } from '../../response.ts'

const { textSize, lineSpacing, columns, width, source, focus, theme, motion, characters } = comfortChoices

/** How the desk looks to oneself. A script may send one choice alone. */
export const chooseComfortAction = action({
  method: 'post',
  path: '/account/comfort',
  who: 'account.manage',
  form: z.object({
    textSize: z.enum(textSize).optional(),
    lineSpacing: z.enum(lineSpacing).optional(),
    columns: z.enum(columns).optional(),
    width: z.enum(width).optional(),
    source: z.enum(source).optional(),
    focus: z.enum(focus).optional(),
    theme: z.enum(theme).optional(),
    motion: z.enum(motion).optional(),
    characters: z.enum(characters).optional(),
    next: z.string().optional(),
  }),
  async handle({ workbench, actor, form: { next, ...chosen }, wantsJson }) {
    const comfort = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
    await choosePreferences(workbench, actor, { comfort })
    return wantsJson ? json({ outcome: 'ok' }) : redirect(safeNext(next), { key: 'preferences.saved' })
  },
})

import type { KeyChoices } from './commands.ts'

export const comfortNames = [
  'textSize',
  'lineSpacing',
  'columns',
  'width',
  'source',
  'focus',
  'theme',
  'motion',
  'characters',
] as const
export type ComfortName = (typeof comfortNames)[number]

/** What somebody may choose about how the desk looks to them; the first is what it is until they do. */
export const comfortChoices = {
  textSize: ['100', '110', '125', '150', '175', '200'],
  lineSpacing: ['normal', 'wide', 'wider'],
  columns: ['target', 'equal', 'source'],
  width: ['full', 'medium', 'narrow'],
  source: ['left', 'above'],
  focus: ['off', 'on'],
  theme: ['system', 'light', 'dark'],
  motion: ['system', 'reduced'],
  characters: ['off', 'on'],
} as const satisfies Record<ComfortName, readonly string[]>

export type Comfort = { readonly [Name in ComfortName]: (typeof comfortChoices)[Name][number] }

/** One person's own desk. */
export interface Preferences {
  readonly comfort: Comfort
  readonly keys: KeyChoices
}

export const usualPreferences: Preferences = {
  comfort: Object.fromEntries(
    comfortNames.map((name) => [name, comfortChoices[name][0]]),
  ) as unknown as Comfort,
  keys: {},
}

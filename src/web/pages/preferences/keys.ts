import { z } from 'zod'
import { chordPieces } from '../../../domain/chord.ts'
import { commands, readKeyChoices, type CommandId, type KeyProblem } from '../../../domain/commands.ts'
import { Invalid, type Problem } from '../../../domain/errors.ts'
import { choosePreferences } from '../../../workflows/choose-preferences.ts'
import type { Words } from '../../../i18n.ts'
import { action } from '../../action.ts'
import { paths } from '../../paths.ts'
import { page, redirect, type Response } from '../../response.ts'
import { keySheet } from './key-sheet.ts'

/** Every command with its keys, to be read and to be chosen anew. */
export const showKeysAction = action({
  method: 'get',
  path: '/account/keys',
  who: 'account.manage',
  handle: ({ words, actor }) => keysPage(words, keySheet(actor.preferences.keys), new Map(), []),
})

const field = (id: CommandId) => `key-${id}`
const fields = Object.fromEntries(commands.map(({ id }) => [field(id), z.string().max(100).optional()]))

export const chooseKeysAction = action({
  method: 'post',
  path: '/account/keys',
  who: 'account.manage',
  form: z.object({ ...fields, reset: z.string().optional() }),
  async handle({ workbench, actor, form, words }) {
    const texts = form.reset === undefined ? textsOf(form) : {}
    const { choices, problems } = readKeyChoices(texts)
    if (problems.length > 0) throw new Invalid(problems.map((problem) => problemOf(problem, words)))
    await choosePreferences(workbench, actor, { keys: choices })
    const key = form.reset === undefined ? 'preferences.keys.saved' : 'preferences.keys.reset-done'
    return redirect(paths.keys(), { key })
  },
  /** What was written stays to be put right. */
  invalid: ({ words, form, actor }, problems) =>
    keysPage(words, keySheet(actor.preferences.keys), textsByField(form), problems),
})

function textsOf(form: Readonly<Record<string, unknown>>): Partial<Record<CommandId, string>> {
  const written = textsByField(form)
  return Object.fromEntries(
    commands.flatMap(({ id }) => {
      const text = written.get(field(id))
      return text === undefined ? [] : [[id, text]]
    }),
  )
}

const textsByField = (form: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

function problemOf({ id, why, text, other }: KeyProblem, words: Words): Problem {
  const keys = why === 'clash' ? chordPieces(text).join('+') : text
  const command = words.t(`commands.name.${other ?? id}`)
  return { field: field(id), key: `preferences.keys.problem.${why}`, values: { keys, command } }
}

function keysPage(
  words: Words,
  groups: ReturnType<typeof keySheet>,
  written: ReadonlyMap<string, string>,
  problems: readonly Problem[],
): Response {
  const model = {
    title: words.t('preferences.keys.title'),
    scripts: ['preferences.js'],
    problems,
    groups: groups.map(({ group, entries }) => ({
      group,
      entries: entries.map(({ id, pieces, isOwn }) => ({
        id,
        field: field(id),
        isOwn,
        text: written.get(field(id)) ?? pieces.map((one) => one.join('+').replaceAll(' ', '')).join(' '),
      })),
    })),
  }
  return page('preferences/keys', model, { status: problems.length > 0 ? 422 : 200 })
}

import { Refused } from './errors.ts'
import type { Preferences } from './preferences.ts'

export const roles = ['translator', 'editor', 'terminologist', 'administrator'] as const
export type Role = (typeof roles)[number]

export const interfaceLocales = ['vi', 'th', 'en'] as const
export type InterfaceLocale = (typeof interfaceLocales)[number]

/** Somebody who is signed in. */
export interface Actor {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly locale: InterfaceLocale
  readonly roles: readonly Role[]
  readonly preferences: Preferences
  /** How many notifications they have not read; a hundred stands for more. */
  readonly unread: number
}

/** Who may do what: the whole table. The administrator runs the desk and its people, and writes no text. */
export const permissions = {
  'account.manage': ['translator', 'editor', 'terminologist', 'administrator'],
  'article.read': ['translator', 'editor', 'terminologist', 'administrator'],
  'article.import': ['translator', 'editor', 'administrator'],
  'segment.revise': ['translator', 'editor'],
  'finding.dismiss': ['translator', 'editor'],
  'comment.write': ['translator', 'editor', 'terminologist', 'administrator'],
  'draft.assign': ['editor', 'administrator'],
  'draft.take': ['translator', 'editor'],
  'insight.read': ['editor', 'terminologist', 'administrator'],
  'version.submit': ['translator', 'editor'],
  'version.decide': ['editor'],
  'version.mark': ['editor', 'terminologist'],
  'version.publish': ['editor'],
  'term.propose': ['translator', 'editor', 'terminologist'],
  'glossary.read': ['translator', 'editor', 'terminologist', 'administrator'],
  'glossary.write': ['terminologist'],
  'checks.set': ['editor', 'administrator'],
  'alignment.learn': ['editor', 'terminologist', 'administrator'],
  'people.manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** True when one of the actor's roles carries the permission. */
export const can = (actor: Pick<Actor, 'roles'>, permission: Permission): boolean =>
  actor.roles.some((role) => (permissions[permission] as readonly Role[]).includes(role))

/** A desk without an administrator could never get one again. */
export function assertAdministratorRemains(
  people: readonly { readonly roles: readonly Role[]; readonly disabled: boolean }[],
): void {
  if (!people.some(({ roles, disabled }) => !disabled && roles.includes('administrator')))
    throw new Refused('last-administrator')
}

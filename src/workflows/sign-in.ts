import { randomUUID } from 'node:crypto'
import type { InterfaceLocale } from '../domain/people.ts'
import { signInThrottle } from '../storage/sign-in-throttle.ts'
import type { Workbench } from '../workbench.ts'
import { hashPassword, passwordMatches } from './password.ts'

export type SignIn =
  | { readonly outcome: 'signed-in'; readonly personId: number; readonly locale: InterfaceLocale }
  /** No such account, a disabled one, or not its password: nobody outside is told which. */
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many'; readonly secondsToWait: number }

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly ip: string
}

/** Finds out whether somebody is who they say. It takes the same time whether or not the account exists. */
export async function signIn(workbench: Workbench, { email, password, ip }: Credentials): Promise<SignIn> {
  const throttle = signInThrottle(workbench.sessionPool)
  const secondsToWait = await throttle.attempt(email, ip)
  if (secondsToWait > 0) return { outcome: 'too-many', secondsToWait }
  const nobody = await nobodysHash()
  const person = await workbench.storage.people.findByEmail(email)
  const matches = await passwordMatches(person?.passwordHash ?? nobody, password)
  if (!person || !matches || person.disabled) return { outcome: 'wrong' }
  await throttle.succeed(email, ip)
  return { outcome: 'signed-in', personId: person.id, locale: person.locale }
}

let hashOfNobody: Promise<string> | undefined

/** What an unknown account's password is compared with. */
const nobodysHash = () => (hashOfNobody ??= hashPassword(randomUUID()))

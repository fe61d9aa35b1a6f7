import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Problem } from '../domain/errors.ts'

/** Argon2id with 19 MiB and two passes (OWASP's minimum). Passwords are taken exactly as typed, in NFC. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFC'), cost)

/** Characters, as typed. */
export const shortestPassword = 10
export const longestPassword = 200

/** What is wrong with a password that somebody chose; nothing, mostly. */
export function passwordProblems(field: string, password: string): Problem[] {
  if (password.length < shortestPassword)
    return [{ field, key: 'password-too-short', values: { count: shortestPassword } }]
  if (password.length > longestPassword)
    return [{ field, key: 'password-too-long', values: { count: longestPassword } }]
  return []
}

/** No letter or digit that is taken for another when read aloud or copied by hand. */
const plainCharacters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to tell somebody: four groups of four, 79 bits. */
export const makeUpPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => plainCharacters.charAt(randomInt(plainCharacters.length))).join(''),
  ).join('-')

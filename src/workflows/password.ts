import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB and two passes (OWASP's minimum). Passwords are taken exactly as typed, in NFC. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFC'), cost)

/** Characters, as typed. */
export const shortestPassword = 10
export const longestPassword = 200

import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

const window = 15 * 60
/** Attempts in a window: far more than a person mistypes, far fewer than a guesser needs. */
export const attemptsPerAccount = 10
const attemptsPerAddress = 100

/** The throttle of a database: there is one for each pool, since it remembers in memory what the database could not be told. */
export function signInThrottle(pool: Pool): SignInThrottle {
  let throttle = throttles.get(pool)
  if (!throttle) throttles.set(pool, (throttle = createSignInThrottle(pool)))
  return throttle
}

const throttles = new WeakMap<Pool, SignInThrottle>()
type SignInThrottle = ReturnType<typeof createSignInThrottle>

/**
 * Counts attempts to give a password, for an account (whether it exists or not) and for a network address, in the
 * database, so that it holds across processes; in memory while the database does not answer.
 */
function createSignInThrottle(pool: Pool) {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: window,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: window }),
    })
  const accounts = limiter('sign-in-account', attemptsPerAccount)
  const addresses = limiter('sign-in-address', attemptsPerAddress)

  return {
    /** Counts before the password is looked at, so that guesses made at the same time count too. Returns how many seconds to wait, 0 for none. */
    async attempt(email: string, ip: string): Promise<number> {
      return (await consume(addresses, ip)) || (await consume(accounts, accountKey(email)))
    },
    /** The password was right: the account starts anew, and the address gets its attempt back. */
    async succeed(email: string, ip: string): Promise<void> {
      await accounts.delete(accountKey(email))
      await addresses.reward(ip)
    },
  }
}

/** The table's keys are short, and need not tell who has an account. */
const accountKey = (email: string) =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000)
    throw refusal
  }
}

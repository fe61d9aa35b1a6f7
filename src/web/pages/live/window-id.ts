import { z } from 'zod'

/** The name that a browser window gives itself, so that two windows of one person are told apart. */
export const windowId = z.string().regex(/^[\w-]{8,40}$/)

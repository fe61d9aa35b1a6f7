import fs from 'node:fs'
import path from 'node:path'

const given = process.env.TUKHAM_SHARED ?? path.resolve(import.meta.dirname, '../../../shared')

/** The folder of texts that are lent and not part of the repository (TUKHAM_SHARED, else beside the project), or null. */
export const sharedPath: string | null = fs.existsSync(given) ? given : null

import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Folders whose tests need nothing but Node; the rest get a PostgreSQL server of their own. */
const pure = ['tests/*.test.ts', 'tests/{engine,domain,formats}/**/*.test.ts']

export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, '..'),
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['tests/support/global-setup.ts'],
        },
      },
    ],
  },
})

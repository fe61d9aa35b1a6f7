// A worker thread does not inherit the loader that lets Node run TypeScript: where the sources run without a build, this comes first.
import { register } from 'tsx/esm/api'

register()
export const { read, glossary, compile, align, learn } = await import('./engine-worker.ts')

import fs from 'node:fs'
import path from 'node:path'

/** The folder that holds package.json, views and locales: found upwards, since this file runs from src/ and from dist/. */
export const projectRoot = ((): string => {
  let folder = import.meta.dirname
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder)
  return folder
})()

/** True when this process runs the TypeScript sources, not the build. */
export const runsFromSource = import.meta.filename.endsWith('.ts')

import fs from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import ts from 'typescript'

export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Paths of the files below a folder of the project that end so, relative to the project, with `/`. */
export const filesIn = (folder: string, ending: string): string[] =>
  fs.existsSync(path.join(projectRoot, folder))
    ? fs
        .readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
        .sort()
    : []

export const readProjectFile = (file: string): string => fs.readFileSync(path.join(projectRoot, file), 'utf8')

/** The syntax tree of a TypeScript file, or of the function that a view compiles to. */
export function syntaxTree(file: string): ts.SourceFile {
  const code = file.endsWith('.ejs') ? compiledView(file) : readProjectFile(file)
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
}

/** Every node of a tree, parents first. */
export function nodesOf(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [node]
  for (const parent of found) ts.forEachChild(parent, (child) => void found.push(child))
  return found
}

/** A view as JavaScript. Throws when it does not compile. */
function compiledView(file: string): string {
  const template = new (ejs as unknown as Ejs).Template(readProjectFile(file), { filename: file })
  template.compile()
  return template.source
}

/** The part of EJS that its types leave out. */
interface Ejs {
  Template: new (text: string, options: object) => { source: string; compile(): unknown }
}

import path from 'node:path'
import ts from 'typescript'
import { nodesOf } from './source-files.ts'

export interface Import {
  readonly from: string
  /** A path from the project's root, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

/** What a file imports, at its head or while it runs. */
export function importsOf(from: string, tree: ts.SourceFile): Import[] {
  return nodesOf(tree).flatMap((node) => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined
    if (!specifier || !ts.isStringLiteral(specifier)) return []
    const to = specifier.text.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier.text)
      : specifier.text
    return [{ from, to, typeOnly: ts.isImportDeclaration(node) && isTypeOnly(node) }]
  })
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { name, namedBindings } = importClause
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import ts from 'typescript'
import { filesIn, nodesOf, projectRoot, readProjectFile, syntaxTree } from './support/source-files.ts'

const languages = fs.readdirSync(path.join(projectRoot, 'locales')).sort()
const plural = /_(zero|one|two|few|many|other)$/
const withoutPlural = (key: string) => key.replace(plural, '')

const words = new Map(languages.map((language) => [language, wordsOf(language)]))
const keys = new Set([...(words.get('en')?.keys() ?? [])].map(withoutPlural))

describe.each(languages)('%s', (language) => {
  const own = words.get(language) ?? new Map<string, string>()

  test('has the words that English has', () => {
    expect(own.size).toBeGreaterThan(0)
    expect([...new Set([...own.keys()].map(withoutPlural))].sort()).toEqual([...keys].sort())
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('has exactly the plural forms that the language has', () => {
    const forms = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
    for (const key of new Set([...own.keys()].filter((key) => plural.test(key)).map(withoutPlural))) {
      const written = [...own.keys()].filter((other) => plural.test(other) && withoutPlural(other) === key)
      expect(written.map((form) => form.slice(key.length + 1)).sort(), key).toEqual(forms)
    }
  })

  test('fills the same places as English', () => {
    for (const key of keys) expect(placeholders(language, key), key).toEqual(placeholders('en', key))
  })
})

const trees = [...filesIn('src', '.ts'), ...filesIn('views', '.ejs')].map(syntaxTree)
const uses = trees.flatMap((tree) => usesIn(tree))

test('every word that is asked for exists', () => {
  const missing = uses.filter(({ key, open }) =>
    open ? ![...keys].some((other) => other.startsWith(key)) : !keys.has(key),
  )
  expect(missing.map(({ key, open, file }) => `${key}${open ? '…' : ''} in ${file}`)).toEqual([])
})

test('every word is asked for', () => {
  const texts = new Set(
    trees.flatMap((tree) =>
      nodesOf(tree)
        .filter(ts.isStringLiteralLike)
        .map(({ text }) => text),
    ),
  )
  const prefixes = uses.filter(({ open }) => open).map(({ key }) => key)
  // Of a key put together at run time, the part that varies must be a name that the code knows.
  const isAskedFor = (key: string) =>
    texts.has(key) ||
    uses.some((use) => use.key === key) ||
    prefixes.some(
      (prefix) => key.startsWith(prefix) && texts.has(key.slice(prefix.length).split('.')[0] ?? ''),
    )
  expect([...keys].filter((key) => !isAskedFor(key))).toEqual([])
})

/** A key that code asks for, or, when it is open, how one begins that is put together at run time. */
interface Use {
  readonly key: string
  readonly open: boolean
  readonly file: string
}

/** `t('…')`, `key: '…'` of a notice or a field's problem, and the errors that a person is told. */
function usesIn(tree: ts.SourceFile): Use[] {
  return nodesOf(tree).flatMap((node) => {
    const found = ts.isCallExpression(node)
      ? isTranslate(node.expression) && node.arguments[0]
        ? keysIn(node.arguments[0])
        : []
      : ts.isNewExpression(node)
        ? errorKeys(node)
        : ts.isPropertyAssignment(node) && node.name.getText() === 'key'
          ? noticeKeys(node)
          : []
    return found.map((use) => ({ ...use, file: tree.fileName }))
  })
}

function isTranslate(callee: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(callee) ? callee.name.text === 't' : callee.getText() === 't'
}

/** What an expression says about a key. A mere name says nothing: the key stands where the name got it. */
function keysIn(expression: ts.Expression): Omit<Use, 'file'>[] {
  if (ts.isStringLiteralLike(expression)) return [{ key: expression.text, open: false }]
  if (ts.isTemplateExpression(expression)) return [{ key: expression.head.text, open: true }]
  if (ts.isParenthesizedExpression(expression)) return keysIn(expression.expression)
  if (ts.isConditionalExpression(expression))
    return [...keysIn(expression.whenTrue), ...keysIn(expression.whenFalse)]
  if (ts.isBinaryExpression(expression)) {
    if (expression.operatorToken.kind !== ts.SyntaxKind.PlusToken)
      return [...keysIn(expression.left), ...keysIn(expression.right)]
    return keysIn(expression.left).map(({ key }) => ({ key, open: true }))
  }
  return []
}

/** An error page has a title and a body for each of them. */
function errorKeys({ expression, arguments: given }: ts.NewExpression): Omit<Use, 'file'>[] {
  if (!/^(NotFound|Forbidden|Conflict|Refused)$/.test(expression.getText()) || !given?.[0]) return []
  return keysIn(given[0]).map(({ key }) => ({ key: `errors.${key}.`, open: true }))
}

/** A field's problem has a short key, below `errors.field`; all others are written in full. */
function noticeKeys({ parent, initializer }: ts.PropertyAssignment): Omit<Use, 'file'>[] {
  const found = keysIn(initializer)
  const inFull = found.filter(({ key }) => key.includes('.'))
  if (!parent.properties.some((property) => property.name?.getText() === 'field')) return inFull
  const short = found.filter(({ key }) => !key.includes('.'))
  return [...inFull, ...short.map(({ key, open }) => ({ key: `errors.field.${key}`, open }))]
}

/** The area's file name is the first part of a key. */
function wordsOf(language: string): Map<string, string> {
  const files = filesIn(`locales/${language}`, '.json')
  return new Map(
    files.flatMap((file) => flat(JSON.parse(readProjectFile(file)), path.basename(file, '.json'))),
  )
}

function flat(value: unknown, key: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[key, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => flat(inner, `${key}.${name}`))
}

function placeholders(language: string, key: string): string[] {
  const texts = [...(words.get(language) ?? [])].filter(([other]) => withoutPlural(other) === key)
  const found = texts.flatMap(([, text]) =>
    [...text.matchAll(/{{-?\s*([\w.]+)/g)].map((match) => String(match[1])),
  )
  return [...new Set(found)].sort()
}

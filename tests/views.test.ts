import path from 'node:path'
import { expect, test } from 'vitest'
import ts from 'typescript'
import { filesIn, nodesOf, readProjectFile, syntaxTree } from './support/source-files.ts'

/** What may be printed as it is, besides other views: HTML that this program has just made itself. */
const rawOutput: Readonly<Record<string, readonly string[]>> = {
  'views/layout.ejs': ['body'],
  'views/review/show.ejs': ['segments', 'summaryPart', 'blockingPart'],
  'views/review/parts.ejs': ['segments', 'summaryPart', 'blockingPart'],
  'views/public/layout.ejs': ['body', 'head.article.jsonLd'],
}

const views = filesIn('views', '.ejs')
const stringsIn = (file: string) =>
  nodesOf(syntaxTree(file))
    .filter(ts.isStringLiteralLike)
    .map(({ text }) => text)

test.each(views)('%s compiles', (view) => {
  expect(syntaxTree(view).statements.length).toBeGreaterThan(0)
})

test.each(views)('%s escapes what it prints', (view) => {
  const raw = [...readProjectFile(view).matchAll(/<%-([\s\S]*?)[-_]?%>/g)].map((match) =>
    String(match[1]).trim(),
  )
  expect(raw.filter((code) => !/^include\(/.test(code) && !rawOutput[view]?.includes(code))).toEqual([])
})

test.each(views)('%s leaves behaviour and style to files, as the content security policy demands', (view) => {
  const html = readProjectFile(view).replace(/<%[\s\S]*?%>/g, '')
  const inline =
    /<script(?![^>]*\s(src=|type="application\/ld\+json"))|<style\b|\sstyle\s*=|\son[a-z]+\s*=|javascript:/gi
  expect(html.match(inline) ?? []).toEqual([])
})

test.each(views)('%s quotes its attributes, without which escaping is no protection', (view) => {
  expect(readProjectFile(view).match(/\s[\w-]+=<%[=-].*/g) ?? []).toEqual([])
})

test('every view is shown by an action or by another view', () => {
  const named = [...filesIn('src/web', '.ts'), ...views].flatMap((file) =>
    stringsIn(file).flatMap((text) => [
      path.posix.join('views', text),
      path.posix.join(path.posix.dirname(file), text),
    ]),
  )
  const reached = new Set(named.map((name) => `${name.replace(/\.ejs$/, '')}.ejs`))
  expect(views.filter((view) => !reached.has(view))).toEqual([])
  expect(views.length).toBeGreaterThan(0)
})

test('every view that is asked for exists', () => {
  const shown = filesIn('src/web', '.ts').flatMap((file) => namedIn(file, ['page', 'fragment', 'pieces']))
  expect(shown.filter((name) => !views.includes(`views/${name}.ejs`))).toEqual([])
  // An include may name a view from the folder of views or from the view's own.
  const included = views.flatMap((view) =>
    namedIn(view, ['include']).map((name) => [
      `views/${name}.ejs`,
      `${path.posix.dirname(view)}/${name}.ejs`,
    ]),
  )
  expect(included.filter((places) => !places.some((place) => views.includes(place)))).toEqual([])
})

const namedIn = (file: string, functions: readonly string[]) =>
  nodesOf(syntaxTree(file))
    .filter(ts.isCallExpression)
    .filter(({ expression }) => functions.includes(expression.getText()))
    .flatMap(({ arguments: [name] }) => (name && ts.isStringLiteralLike(name) ? [name.text] : []))

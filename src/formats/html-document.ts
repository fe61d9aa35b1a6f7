import { parseHTML } from 'linkedom'
import sanitizeHtml from 'sanitize-html'
import { checkLength } from './check-text.ts'
import { limits } from './format.ts'
import type { Problem } from './problem.ts'

/** Thrown, inside this room only, to stop the parser at the first sign of a hostile document. */
export class TooHostile extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * A document without anything that is not text, structure or metadata: parsed leniently as browsers do, elements and depth counted
 * before a tree is built (the tree's own cost grows with the square of its depth), hidden elements taken out.
 * @throws TooHostile
 */
export function cleanDocument(html: string): Document {
  if (countOf('<', html) + countOf('&', html) > limits.htmlElements * 10) throw tooManyPieces
  let depth = 0
  let pieces = 0
  let characters = 0
  const clean = sanitizeHtml(html, {
    allowedTags: [...textTags],
    allowedAttributes,
    nonBooleanAttributes: [],
    nonTextTags: [...nonTextTags],
    parseStyleAttributes: false,
    onOpenTag() {
      depth += 1
      pieces += 1
      if (depth > limits.htmlDepth)
        throw new TooHostile({ code: 'html-too-deep', values: { maximum: limits.htmlDepth } })
      if (pieces > limits.htmlElements) throw tooManyPieces
    },
    onCloseTag() {
      depth -= 1
    },
    // Each escaped character becomes a node of its own in the tree; each decoded one costs the parser a tenth of that.
    textFilter(text) {
      characters += text.length
      pieces += 0.1 + text.split('&').length - 1
      if (pieces > limits.htmlElements) throw tooManyPieces
      return text
    },
  })
  const tooLong = checkLength(characters, limits.articleCharacters)
  if (tooLong) throw new TooHostile(tooLong)
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${clean}</body></html>`)
  for (const element of [...document.querySelectorAll('[hidden], [aria-hidden], [style]')])
    if (isHidden(element)) element.remove()
  return document
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1
  return count
}

const tooManyPieces = new TooHostile({
  code: 'html-too-many-elements',
  values: { maximum: limits.htmlElements },
})

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i.test(
    element.getAttribute('style') ?? '',
  )

/** Everything else is taken off and what it holds kept. Class and id are what Readability judges by. */
const textTags = [
  ...[
    'title',
    'meta',
    'link',
    'time',
    'main',
    'article',
    'section',
    'aside',
    'header',
    'footer',
    'nav',
    'address',
    'hgroup',
  ],
  ...[
    'div',
    'p',
    'blockquote',
    'pre',
    'figure',
    'figcaption',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'hr',
    'br',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  ...['a', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'q', 'cite', 'mark', 'label'],
] as const

const allowedAttributes = {
  '*': ['class', 'id', 'hidden', 'aria-hidden', 'style', 'role'],
  meta: ['property', 'name', 'itemprop', 'content'],
  link: ['rel', 'href'],
  time: ['datetime'],
  a: ['href'],
}

const nonTextTags = [
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'textarea',
    'option',
    'select',
    'xmp',
    'svg',
    'math',
    'iframe',
    'object',
    'embed',
  ],
  ...[
    'applet',
    'audio',
    'video',
    'canvas',
    'map',
    'button',
    'noembed',
    'noframes',
    'plaintext',
    'datalist',
    'dialog',
  ],
] as const

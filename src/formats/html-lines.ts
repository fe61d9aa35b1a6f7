/** A line of a web page as it is shown: the text between two block boundaries or line breaks. */
export interface HtmlLine {
  readonly text: string
  /** The nearest block element around it, lower case. */
  readonly tag: string
  /** True when at least three quarters of it is inside links. */
  readonly isLink: boolean
}

/**
 * The visible lines of a document, blanks folded. Each text node is put into a `<span data-line="n">`, by which a line can be
 * found again after Readability has moved its elements about. Walks without recursion.
 */
export function linesOfHtml(document: Document): HtmlLine[] {
  const lines: HtmlLine[] = []
  let pieces: { node: Text; isLink: boolean }[] = []
  let tag = 'body'

  const endLine = () => {
    const text = fold(pieces.map(({ node }) => node.data).join(''))
    if (text !== '') {
      const linked = pieces
        .filter(({ isLink }) => isLink)
        .reduce((sum, { node }) => sum + fold(node.data).length, 0)
      for (const { node } of pieces) wrap(document, node, lines.length)
      lines.push({ text, tag, isLink: linked >= text.length * 0.75 })
    }
    pieces = []
  }

  for (const step of walk(document.body)) {
    if (step.element) {
      if (!inlineTags.has(step.name)) {
        endLine()
        tag = step.block
      }
    } else {
      pieces.push({ node: step.text, isLink: step.links > 0 })
    }
  }
  endLine()
  return lines
}

type Step =
  | { readonly element: true; readonly name: string; readonly block: string }
  | { readonly element: false; readonly text: Text; readonly links: number }

/** Text nodes in page order, and a step at each opening and closing of an element. The list is made first: lines change the tree. */
function walk(body: Element): Step[] {
  const steps: Step[] = []
  const blocks: string[] = ['body']
  let links = 0
  const enter = (element: Element) => {
    const name = element.localName
    if (name === 'a') links += 1
    if (!inlineTags.has(name) && name !== 'br') blocks.push(name)
    steps.push({ element: true, name, block: blocks.at(-1)! })
  }
  const leave = (element: Element) => {
    const name = element.localName
    if (name === 'a') links -= 1
    if (!inlineTags.has(name) && name !== 'br') blocks.pop()
    steps.push({ element: true, name, block: blocks.at(-1)! })
  }
  const waiting: (Node | { readonly left: Element })[] = [...body.childNodes].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('left' in next) leave(next.left)
    else if (next.nodeType === 3) steps.push({ element: false, text: next as Text, links })
    else if (next.nodeType === 1 && !unseen.has((next as Element).localName)) {
      const element = next as Element
      enter(element)
      waiting.push({ left: element }, ...[...element.childNodes].reverse())
    }
  }
  return steps
}

function wrap(document: Document, node: Text, line: number): void {
  const span = document.createElement('span')
  span.setAttribute('data-line', String(line))
  node.replaceWith(span)
  span.append(node)
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

const unseen: ReadonlySet<string> = new Set(['title', 'meta', 'link'])

const inlineTags: ReadonlySet<string> = new Set(
  'a span b strong i em u s small sub sup q cite mark label time'.split(' '),
)

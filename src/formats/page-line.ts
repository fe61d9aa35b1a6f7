import type { Span } from '../engine/text/span.ts'

/** A line of a page before it is known what it is. `text` has no blanks at its ends and no line ends inside. */
export interface PageLine extends Span {
  readonly text: string
  /** What the markup of an HTML page says about it. */
  readonly markup?: 'title' | 'heading' | 'caption' | 'outside' | 'outside-link'
}

/**
 * The visible characters of a text: no blanks, and no marks, which in Thai stand above and below the letters. Of a long text only
 * the beginning is counted: all that is asked of it is whether it is long.
 */
export const width = (text: string): number => text.slice(0, 600).replace(/[\p{M}\s]+/gu, '').length

/** Running text rather than a headline, a link or a label. */
export function isProse(text: string): boolean {
  if (width(text) >= proseWidth) return true
  return !hasThai(text) && /[.…][”"’')\]]*$/.test(text.slice(-8)) && wordCount(text) >= 8
}

/** Long enough for a headline, too long for a menu item. */
export const isHeadline = (text: string): boolean =>
  hasThai(text) ? width(text) >= 20 : wordCount(text) >= 5 && width(text) >= 18

/** Ends as a sentence, a question or a quotation does; headlines, links and labels rarely do. */
export const endsSentence = (text: string): boolean => /[.!?…:;][”"’')\]]*$|[”"’]$/.test(text.slice(-8))

export const wordCount = (text: string): number => text.split(/\s+/).length

export const hasThai = (text: string): boolean => /[\u0e01-\u0e3a\u0e40-\u0e4e]/.test(text.slice(0, 600))

/** Headlines of news sites hardly pass 100 letters; paragraphs of less are told by their place instead. */
const proseWidth = 115

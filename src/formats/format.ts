import type { Problem } from './problem.ts'

/** What a reader answers: the content, or the problem that makes the whole text unusable. */
export type Reading<Content> =
  { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly error: Problem }

/** One way of writing something down. A format gets decoded text (see `decode-text.ts`) and never touches the disk. */
export interface Format<Content> {
  /** kebab-case, equals the file's name, never renamed. */
  readonly id: string
  /** How file names of this format end, without the dot. */
  readonly extensions: readonly string[]
  /** Does the text, by its own look, belong to this format? */
  recognizes(text: string): boolean
  /** Reads decoded text; `language` is the BCP 47 tag of the text where the format holds one language. Never throws. */
  read(text: string, language: string): Reading<Content>
}

/** The largest things that are taken in. */
export const limits = {
  uploadBytes: 10 * 1024 * 1024,
  articleCharacters: 2_000_000,
  articleLines: 20_000,
  htmlElements: 25_000,
  htmlDepth: 128,
  glossaryRows: 200_000,
  glossaryColumns: 50,
  glossaryFieldCharacters: 10_000,
} as const

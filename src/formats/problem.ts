/** Every way in which a file, a paste or a row can be refused. The words are in `locales/<language>/import.json`. */
export const problemCodes = [
  'upload-too-large',
  'file-is-pdf',
  'file-is-image',
  'file-is-word',
  'file-is-spreadsheet',
  'file-is-archive',
  'file-is-rtf',
  'file-is-binary',
  'encoding-invalid',
  'encoding-unknown',
  'encoding-unsupported',
  'text-nul',
  'text-surrogate',
  'text-nonchar',
  'text-control',
  'text-tag',
  'text-mark-run',
  'text-invisible-run',
  'text-too-long',
  'text-too-many-lines',
  'page-empty',
  'page-without-article',
  'html-too-deep',
  'html-too-many-elements',
  'source-looks-thai',
  'source-not-vietnamese',
  'draft-looks-vietnamese',
  'draft-not-thai',
  'text-without-letters',
  'csv-empty',
  'csv-missing-column',
  'csv-duplicate-column',
  'csv-too-many-columns',
  'csv-too-many-rows',
  'csv-columns',
  'csv-quote',
  'csv-field-too-long',
  'csv-term-required',
  'csv-form-twice',
  'csv-duplicate',
  'csv-yes-or-no',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Why something was refused and where. Line and column count from 1; columns are UTF-16 units. */
export interface Problem {
  readonly code: ProblemCode
  readonly place?: Place
  readonly values?: Readonly<Record<string, string | number>>
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** The line and column of an offset. */
export function placeOf(text: string, offset: number): Place {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}

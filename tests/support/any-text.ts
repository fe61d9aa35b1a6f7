import fc from 'fast-check'

/** Texts as no newsroom writes them: both languages, every kind of break, lone surrogates, marks without a base. */
export const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'Mưa lớn',
          '. ',
          ' ',
          '\n',
          '\n\n',
          '\r\n',
          'น้ำท่วม',
          'อย่างไรก็ตาม',
          '12',
          'Google',
          '“',
          '”',
          '?',
          'TP. ',
        ),
      },
      fc.constantFrom(
        '\0',
        '\uD800',
        '\uDFFF',
        '\u200B',
        '\uFEFF',
        '\u2028',
        '\u0301',
        '\u0E33',
        '👩\u200D👧',
        '\u00A0',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/**
 * The one-byte encoding that a text which is not UTF-8 was written in, judged by its look; null in any doubt.
 * Thai in Windows-874 is unbroken runs of high bytes. Vietnamese in Windows-1258 is mostly ASCII, and every high byte must
 * become a letter of Vietnamese once composed; at least one tone mark or letter that French or German lacks must be there.
 */
export function legacyEncodingOf(bytes: Uint8Array): 'Windows-874' | 'Windows-1258' | null {
  const sample = bytes.subarray(0, 65_536)
  if (isThai(new TextDecoder('windows-874').decode(sample))) return 'Windows-874'
  if (isVietnamese(new TextDecoder('windows-1258').decode(sample))) return 'Windows-1258'
  return null
}

function isThai(decoded: string): boolean {
  const high = decoded.match(/[^\x00-\x7f]/g)?.length ?? 0
  const thaiInRuns = decoded.match(/[\u0e01-\u0e5b]{3,}/g)?.join('').length ?? 0
  // A vowel or tone mark can only follow a consonant or another mark.
  const misplaced = decoded.match(
    /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g,
  )
  return thaiInRuns >= high * 0.8 && (misplaced?.length ?? 0) * 50 <= high
}

function isVietnamese(decoded: string): boolean {
  // A tone mark per base letter at most, or normalizing would be slow and the text is not Vietnamese anyway.
  if (/\p{M}{2}/u.test(decoded)) return false
  const text = decoded.normalize('NFC').toLowerCase()
  const high = text.match(/[^\x00-\x7f]/g) ?? []
  const foreign = high.filter((character) => !vietnamese.test(character))
  return foreign.length === 0 && high.some((character) => onlyVietnamese.test(character))
}

const vietnamese = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ\u00a0–—‘’“”…•«»°©®]/
const onlyVietnamese = /[ăđĩũơưạ-ỹ]/

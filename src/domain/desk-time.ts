/** Where the desk stands: in this zone it writes and reads times of day. */
export const deskTimeZone = 'Asia/Bangkok'

/** The moment of a time of day as a form's `datetime-local` has it (`2026-09-03T18:30`), read in a zone; null when it is none. */
export function momentOf(local: string, timeZone: string = deskTimeZone): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::\d\d)?$/.exec(local)
  if (!parts) return null
  const wanted = Date.parse(`${local.slice(0, 16)}Z`)
  if (Number.isNaN(wanted) || localTime(new Date(wanted), 'UTC') !== local.slice(0, 16)) return null
  // The zone's offset at a first guess leads to the moment; asked again there, for it may be another beyond a change of clocks.
  let moment = wanted
  for (let round = 0; round < 2; round++)
    moment += wanted - Date.parse(`${localTime(new Date(moment), timeZone)}Z`)
  return new Date(moment)
}

/** A moment as a `datetime-local` field has it. */
export function localTime(moment: Date, timeZone: string = deskTimeZone): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    timeZone,
  })
  return format.format(moment).replace(' ', 'T')
}

/** The embedded server cannot work here. The message says why, and that a server of one's own does instead. */
export class EmbeddedUnavailable extends Error {
  constructor(reason: string) {
    super(`${reason} Set DATABASE_URL to a PostgreSQL server to do without the embedded one.`)
    this.name = 'EmbeddedUnavailable'
  }
}

import type { Knex } from 'knex'
import type pg from 'pg'

/**
 * A statement that the server parses once per connection, on the pool or in a transaction like everything else of `knex`. For the few
 * that are asked all the time.
 */
export const prepared =
  <Row extends pg.QueryResultRow>(knex: Knex, name: string, text: string) =>
  async (values: readonly unknown[]): Promise<readonly Row[]> => {
    const client = knex.client as {
      acquireConnection(): Promise<pg.Client>
      releaseConnection(connection: pg.Client): Promise<void>
    }
    const connection = await client.acquireConnection()
    try {
      return (await connection.query<Row>({ name, text, values: [...values] })).rows
    } finally {
      await client.releaseConnection(connection)
    }
  }

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Migration } from 'kysely/migration'
import { openDatabase, type Database } from './database.ts'

/** A fresh database for one test file: in memory, or a schema of its own on the server named by TEST_DATABASE_URL. */
export async function testDatabase(migrations: Readonly<Record<string, Migration>>): Promise<Database> {
  const url = process.env['TEST_DATABASE_URL']
  if (url === undefined || url === '') {
    const database = await openDatabase({ memory: true })
    await database.migrate(migrations)
    return database
  }
  const schema = `test_${randomBytes(6).toString('hex')}`
  const database = await openDatabase({ url, schema })
  await database.migrate(migrations)
  return {
    ...database,
    close: async () => {
      await database.close()
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`drop schema "${schema}" cascade`)
      await client.end()
    },
  }
}

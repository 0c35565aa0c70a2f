import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
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
  // The migrator looks at the tables of every schema, and fails at one that another test drops meanwhile.
  await holding(url, 'pg_advisory_lock_shared', () => database.migrate(migrations))
  return {
    ...database,
    close: async () => {
      await database.close()
      await holding(url, 'pg_advisory_lock', async (client) => void (await client.query(`drop schema "${schema}" cascade`)))
    },
  }
}

/** Any number may migrate at once, and nobody drops a schema meanwhile. The lock goes with the connection. */
async function holding(url: string, lock: 'pg_advisory_lock' | 'pg_advisory_lock_shared', work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select ${lock}(${SCHEMAS})`)
    await work(client)
  } finally {
    await client.end()
  }
}
/** A number that nothing else locks. */
const SCHEMAS = 471_100

/** How many rows each of these tables has, to see that nothing was left half written. */
export async function rowsIn(database: Database, tables: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await database.read((queries) => sql<{ count: string }>`select count(*) as count from ${sql.table(table)}`.execute(queries))
    counts[table] = Number(rows[0]?.count)
  }
  return counts
}

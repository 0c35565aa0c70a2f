import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import type pg from 'pg'

/** Work on one connection of a server: what is asked at once travels at once. */
type OnServer = Kysely<Record<never, never>>

const handles = new WeakMap<pg.PoolClient, OnServer>()

/**
 * One transaction on a PostgreSQL server (事务): all of it, or nothing.
 *
 * The query builder's own transaction lets one statement wait for the answer to the one before. Here statements that were
 * asked for together, by Promise.all, are on the wire together; a journey to the server costs more than what it does there.
 */
export async function workOn<T>(pool: pg.Pool, how: (tx: OnServer) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let isBroken = false
  try {
    // Nobody waits for this answer: were the connection lost, every statement after it would fail, the commit included.
    client.query('begin').catch(() => undefined)
    const result = await how(handleOf(client))
    const { command } = await client.query('commit')
    if (command === 'ROLLBACK') throw new Error('the transaction was committed after one of its statements had failed')
    return result
  } catch (failure) {
    // Statements that are still under way are answered before this one.
    await client.query('rollback').catch(() => (isBroken = true))
    throw failure
  } finally {
    client.release(isBroken)
  }
}

function handleOf(client: pg.PoolClient): OnServer {
  const known = handles.get(client)
  if (known !== undefined) return known
  const connection = connectionOf(client)
  const made = handleOver(() => Promise.resolve(connection))
  handles.set(client, made)
  return made
}

/** A handle over one connection, which is neither begun nor ended through it. */
export function handleOver(acquireConnection: () => Promise<DatabaseConnection>): OnServer {
  const nested = () => Promise.reject(new Error('a transaction holds no other'))
  const nothing = () => Promise.resolve()
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({ init: nothing, acquireConnection, beginTransaction: nested, commitTransaction: nested, rollbackTransaction: nested, releaseConnection: nothing, destroy: nothing }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

function connectionOf(client: pg.PoolClient): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows } = await client.query(sql, [...parameters])
      return { rows }
    },
    streamQuery: () => {
      throw new Error('rows are not streamed within a transaction')
    },
  }
}

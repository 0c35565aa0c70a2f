import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql, type RawBuilder, type Transaction } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { openDurable } from './durable-pglite.ts'
import { keepPlans } from './prepared.ts'
import { workOn } from './server-work.ts'
import { writerOn } from './server-writer.ts'
import { EXIT, StartFault } from './start-fault.ts'

/** Modules say their tables in their own `store.ts`; the platform knows none. */
export type Tables = Record<never, never>
/** A handle on which a store asks and writes: inside a unit of work, or for reading. */
export type Queries = Kysely<Tables> | Transaction<Tables>

/** A statement whose answer nobody waits for (写入语句). */
export type Statement = RawBuilder<unknown>

/** The database role under which the server runs: it gets what migrations grant, and no more. */
export const CLERK = 'zhunsheng_clerk'

export interface Database {
  readonly kind: 'embedded' | 'server'
  /** One transaction: all of it, or nothing. Tried again when the server says that two got in each other's way. */
  readonly work: <T>(how: (tx: Queries) => Promise<T>) => Promise<T>
  /** One transaction of statements that are known beforehand, all of it or nothing, taking effect in the order in which they are handed over. On a server they and the commit are one journey. */
  readonly write: (statements: readonly Statement[]) => Promise<void>
  readonly read: <T>(how: (queries: Queries) => Promise<T>) => Promise<T>
  /** Brings the tables up to date, then continues as the clerk, who can append but not change. */
  readonly migrate: (migrations: Readonly<Record<string, Migration>>) => Promise<void>
  /** A large first filling; see `DurablePGlite.bulk`. On a server it simply runs. */
  readonly bulk: <T>(fill: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}
export type Where = { readonly folder: string } | { readonly url: string; readonly schema?: string } | { readonly memory: true }

/** The codes by which PostgreSQL says that a transaction may simply be tried again. */
const TRY_AGAIN = ['40001', '40P01']
const TRIES = 5
const OLDEST_SERVER = 150_000
const CONNECTIONS = 16

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184
const toIso = (written: string): string => new Date(written).toISOString()

/** Opens the embedded database in a folder or in memory, or a PostgreSQL server. Rows look the same on all. */
export async function openDatabase(where: Where): Promise<Database> {
  if ('url' in where) return openServer(where.url, where.schema)
  const parsers = { [INT8]: Number, [DATE]: (day: string) => day, [TIMESTAMPTZ]: toIso }
  if ('memory' in where) {
    const pglite = new PGlite({ parsers })
    await pglite.waitReady
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
    return wrap(db, { kind: 'embedded', bulk: (fill) => fill(), close: () => pglite.close(), become: becomeOnce, ...inTurn(db) })
  }
  const { pglite, bulk, close } = await openDurable(join(where.folder, 'database'), { parsers })
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  return wrap(db, { kind: 'embedded', bulk, close, become: becomeOnce, ...inTurn(db) })
}

/** The embedded database has one connection, and a journey to it costs nothing. */
const inTurn = (db: Kysely<Tables>): Pick<Engine, 'work' | 'write'> => ({
  work: (how) => db.transaction().execute(how),
  write: (statements) =>
    db.transaction().execute(async (tx) => {
      for (const statement of statements) await statement.execute(tx)
    }),
})

interface Engine {
  readonly kind: Database['kind']
  readonly bulk: Database['bulk']
  readonly close: () => Promise<void>
  readonly become: (db: Kysely<Tables>) => Promise<void>
  readonly work: Database['work']
  readonly write: Database['write']
}

/** The embedded database has one connection, so the role is set on it once. */
async function becomeOnce(db: Kysely<Tables>): Promise<void> {
  await sql`set role ${sql.ref(CLERK)}`.execute(db)
}

async function openServer(url: string, schema?: string): Promise<Database> {
  pg.types.setTypeParser(INT8, Number)
  pg.types.setTypeParser(DATE, (day) => day)
  pg.types.setTypeParser(TIMESTAMPTZ, toIso)
  let isClerk = false
  const prepare = async (client: pg.ClientBase) => {
    // A connection that is lost while somebody works on it fails what he asks next; unheard, it would end the whole process.
    client.on('error', () => undefined)
    if (schema !== undefined) await client.query(`set search_path to "${schema}"`)
    if (isClerk) await client.query(`set role ${CLERK}`)
  }
  const options = { connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 5000, keepAlive: true }
  const first = new pg.Client(options)
  try {
    await first.connect()
    const { rows } = await first.query<{ version: string }>("select current_setting('server_version_num') as version")
    if (Number(rows[0]?.version) < OLDEST_SERVER) throw new StartFault('数据库版本过旧：需要 PostgreSQL 15 或者更新的版本，请升级数据库。', EXIT.tooOld)
    if (schema !== undefined) await first.query(`create schema if not exists "${schema}"`)
  } catch (failure) {
    if (failure instanceof StartFault) throw failure
    throw new StartFault(`连接不上数据库（${failure instanceof Error ? failure.message || failure.name : String(failure)}），请检查 DATABASE_URL 和数据库是否已启动。`, EXIT.unreachable)
  } finally {
    await first.end().catch(() => undefined)
  }
  const owner = new pg.Pool({ ...options, max: 1, onConnect: prepare })
  // Statements that do not wait for each other are sent together: Promise.all over one transaction is one journey to the server.
  const pool = new pg.Pool({
    ...options,
    pipeline: true,
    onConnect: async (client: pg.ClientBase) => {
      await prepare(client)
      keepPlans(client)
    },
  })
  for (const one of [owner, pool]) one.on('error', () => undefined)
  const writer = writerOn(pool)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const ownerDb = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: owner }) })
  return wrap(
    db,
    {
      kind: 'server',
      bulk: (fill) => fill(),
      work: (how) => workOn(pool, how),
      write: (statements) => writer.write(statements.map((statement) => statement.compile(db))),
      close: async () => {
        await writer.close()
        await db.destroy()
        await ownerDb.destroy()
      },
      become: async () => {
        isClerk = true
        if (schema !== undefined) await sql`grant usage on schema ${sql.ref(schema)} to ${sql.ref(CLERK)}`.execute(ownerDb)
        await Promise.resolve()
      },
    },
    ownerDb,
  )
}

function wrap(db: Kysely<Tables>, engine: Engine, owner: Kysely<Tables> = db): Database {
  const atWork = new AsyncLocalStorage<true>()
  const alone = () => {
    if (atWork.getStore() === true) throw new Error('within a unit of work, ask its own handle: a second one would wait for the first, or see less than it')
  }
  const persistently = async <T>(once: () => Promise<T>): Promise<T> => {
    alone()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once()
      } catch (failure) {
        if (attempt >= TRIES || !mayTryAgain(failure)) throw failure
      }
    }
  }
  return {
    kind: engine.kind,
    work: (how) => persistently(() => engine.work((tx) => atWork.run(true, () => how(tx)))),
    write: (statements) => persistently(() => engine.write(statements)),
    read: async (how) => {
      alone()
      return how(db)
    },
    migrate: async (migrations) => {
      await sql`reset role`.execute(owner)
      await sql`do $$ begin
        if not exists (select from pg_roles where rolname = ${sql.lit(CLERK)}) then create role zhunsheng_clerk nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`.execute(owner).catch(explainRole)
      await sql`do $$ begin execute format('grant zhunsheng_clerk to %I', current_user); exception when others then null; end $$`.execute(owner)
      // Named, because the migrator would take tables of its own name in any schema for its own.
      const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(owner)
      const here = rows[0] === undefined ? {} : { migrationTableSchema: rows[0].schema }
      const { error } = await new Migrator({ db: owner, provider: { getMigrations: () => Promise.resolve({ ...migrations }) }, ...here }).migrateToLatest()
      if (error !== undefined) throw error
      await engine.become(db)
    },
    bulk: engine.bulk,
    close: engine.close,
  }
}

/** Without the role the append-only promise would rest on triggers alone, so the administrator is told what to do instead. */
function explainRole(failure: unknown): never {
  if (!(failure instanceof Error && 'code' in failure && failure.code === '42501')) throw failure
  throw new StartFault(`数据库账号不能创建角色，请由数据库管理员执行：create role ${CLERK} nologin; 并执行 grant ${CLERK} to 本系统的数据库账号; 然后重新启动。`, EXIT.unreachable)
}

function mayTryAgain(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' && TRY_AGAIN.includes(failure.code)
}

/** The code of a unique key that was already taken: somebody else was first. */
export const isTaken = (failure: unknown): boolean => failure instanceof Error && 'code' in failure && failure.code === '23505'


import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writerOn, type Writer } from './server-writer.ts'

/** There is a connection to lose only where there is a server: these run beside the stores on PostgreSQL. */
const url = process.env['TEST_DATABASE_URL'] ?? ''
const TABLE = `writer_${process.pid}`

let main: pg.Client
let pool: pg.Pool
let writer: Writer
beforeAll(async () => {
  if (url === '') return
  main = new pg.Client(url)
  await main.connect()
  await main.query(`create table ${TABLE} (day integer primary key, by integer not null)`)
  pool = new pg.Pool({ connectionString: url, max: 2, pipeline: true, onConnect: async (client: pg.ClientBase) => void client.on('error', () => undefined) })
  pool.on('error', () => undefined)
  writer = writerOn(pool)
})
afterAll(async () => {
  if (url === '') return
  await writer.close()
  await pool.end()
  await main.query(`drop table ${TABLE}`)
  await main.end()
})

const statement = (sql: string) => ({ sql, parameters: [], query: { kind: 'RawNode' as const, sqlFragments: [sql], parameters: [] }, queryId: { queryId: sql } })
const insert = (day: number, then = 'pg_backend_pid()') => writer.write([statement(`insert into ${TABLE} values (${day}, ${then})`)])
const rows = async () => (await main.query<{ day: number; by: number }>(`select day, by from ${TABLE} order by day`)).rows

describe.runIf(url !== '')('the connection on which transactions are written', () => {
  test('it is one, however many write at once', async () => {
    await Promise.all([insert(1), insert(2), insert(3)])
    expect(new Set((await rows()).map(({ by }) => by)).size).toBe(1)
  })
  test('lost while somebody writes: he is told, nothing of it stands, and the next write takes another', async () => {
    const [before] = await rows()
    const cut = Promise.allSettled([insert(4, '(select 1 from pg_sleep(10))'), insert(5)])
    await main.query(`do $$ begin while not exists (select from pg_stat_activity where query like '%pg_sleep(10)%' and pid = ${before?.by}) loop perform pg_sleep(0.01); perform pg_stat_clear_snapshot(); end loop; perform pg_terminate_backend(${before?.by}); end $$`)
    expect((await cut).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await insert(6)
    const after = await rows()
    expect(after.map(({ day }) => day)).toEqual([1, 2, 3, 6])
    expect(after.at(-1)?.by).not.toBe(before?.by)
  })
  test('when nobody writes for a while it goes back to the pool, and the next write finds one', async () => {
    const brief = writerOn(pool, 20)
    await brief.write([statement('select 1')])
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(1)
    await brief.write([statement('select 1')])
    await brief.close()
  })
  test('closed, it gives its connection back', async () => {
    await writer.close()
    expect(pool.idleCount).toBe(pool.totalCount)
    await insert(7)
  })
})

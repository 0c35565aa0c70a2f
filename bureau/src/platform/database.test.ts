import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLERK, isTaken, type Database } from './database.ts'
import { insistMigrations, isOvertaken } from './insist.ts'
import { testDatabase } from './test-database.ts'

const migrations = {
  ...insistMigrations,
  '001-entries': {
    async up(db: Parameters<Parameters<Database['read']>[0]>[0]) {
      await sql`create table entries (id bigint generated always as identity primary key, day date not null unique, at timestamptz not null, sum numeric not null)`.execute(db)
      await sql`grant select, insert on entries to ${sql.ref(CLERK)}`.execute(db)
    },
  },
}
let database: Database
beforeAll(async () => (database = await testDatabase(migrations)), 30_000)
afterAll(() => database.close())

const add = (day: string) => database.work((tx) => sql`insert into entries (day, at, sum) values (${day}, '2021-03-01T08:30:00+08:00', 12.50)`.execute(tx))

describe('the one database, embedded or a server', () => {
  test('asking beside a unit of work from within it is a fault at once, not a wait without end', async () => {
    await expect(database.work(() => database.read((queries) => sql`select 1`.execute(queries)))).rejects.toThrow('within a unit of work')
    await expect(database.work(() => database.work((tx) => sql`select 1`.execute(tx)))).rejects.toThrow('within a unit of work')
    await expect(database.read((queries) => sql`select 1 as one`.execute(queries))).resolves.toMatchObject({ rows: [{ one: 1 }] })
  })
  test('rows look the same on both', async () => {
    await add('2021-03-01')
    const { rows } = await database.read((queries) => sql`select * from entries`.execute(queries))
    expect(rows).toEqual([{ id: 1, day: '2021-03-01', at: '2021-03-01T00:30:00.000Z', sum: '12.50' }])
  })
  test.each(['update entries set sum = 0', 'delete from entries', 'drop table entries'])('the clerk may not: %s', async (statement) => {
    await expect(database.work((tx) => sql.raw(statement).execute(tx))).rejects.toMatchObject({ code: '42501' })
  })
  test('a unit of work that fails leaves nothing', async () => {
    const failing = database.work(async (tx) => {
      await sql`insert into entries (day, at, sum) values ('2021-04-01', now(), 1)`.execute(tx)
      throw new Error('cut off')
    })
    await expect(failing).rejects.toThrow('cut off')
    const { rows } = await database.read((queries) => sql`select 1 from entries where day = '2021-04-01'`.execute(queries))
    expect(rows).toEqual([])
  })
  test('statements asked for together stand or fall together', async () => {
    const insert = (day: string) => (tx: Parameters<Parameters<Database['work']>[0]>[0]) => sql`insert into entries (day, at, sum) values (${day}, now(), 1)`.execute(tx)
    const taken = database.work((tx) => Promise.all(['2021-06-01', '2021-06-02', '2021-06-01', '2021-06-03'].map((day) => insert(day)(tx))))
    expect(isTaken(await taken.catch((failure: unknown) => failure))).toBe(true)
    await database.work((tx) => Promise.all(['2021-06-04', '2021-06-05'].map((day) => insert(day)(tx))))
    const { rows } = await database.read((queries) => sql`select day from entries where day >= '2021-06-01' order by day`.execute(queries))
    expect(rows).toEqual([{ day: '2021-06-04' }, { day: '2021-06-05' }])
  })
  test('what is written in one journey stands or falls together, and what is handed over behind it is not touched', async () => {
    const insert = (day: string) => sql`insert into entries (day, at, sum) values (${day}, now(), 1)`
    const [taken, next] = await Promise.allSettled([database.write([insert('2021-07-01'), insert('2021-07-01'), insert('2021-07-02')]), database.write([insert('2021-07-03')])])
    expect([taken.status === 'rejected' && isTaken(taken.reason), next.status]).toEqual([true, 'fulfilled'])
    const { rows } = await database.read((queries) => sql`select day from entries where day between '2021-07-01' and '2021-07-31'`.execute(queries))
    expect(rows).toEqual([{ day: '2021-07-03' }])
  })
  test('what is written takes effect in the order in which it was handed over: each finds those before it in place', async () => {
    const after = (count: number) => database.write([sql`select insist(count(*) = ${count}) from entries where day between '2021-08-01' and '2021-08-31'`, sql`insert into entries (day, at, sum) values (${`2021-08-${String(count + 1).padStart(2, '0')}`}, now(), 1)`])
    await Promise.all(Array.from({ length: 31 }, (_, count) => after(count)))
    await expect(after(30).catch(isOvertaken)).resolves.toBe(true)
  })
  test('a taken key is told apart from a fault', async () => {
    await add('2021-05-01')
    expect(isTaken(await add('2021-05-01').catch((failure: unknown) => failure))).toBe(true)
  })
})

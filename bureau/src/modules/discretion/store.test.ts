import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../platform/test-database.ts'
import type { Database } from '../../platform/database.ts'
import { addBenchmark, versionsOf } from './store.ts'
import { MIGRATIONS } from '../../server.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase(MIGRATIONS)
  const issue = { title: '基准', documentNumber: '1号', issuer: '市局', level: 'city', from: '2021-08-01', example: false, source: '' } as const
  await database.work((tx) => addBenchmark(tx, { matter: 'example', issue, content: {}, by: '周明', at: '2021-08-01T00:00:00Z' }))
})
afterAll(() => database.close())

describe('what was published stays as it was (只增不改)', () => {
  test.each(['update discretion_benchmarks set title = \'x\'', 'delete from discretion_benchmarks', 'truncate discretion_benchmarks'])('%s', async (statement) => {
    await expect(database.work((tx) => sql.raw(statement).execute(tx))).rejects.toThrow()
    expect((await database.read((queries) => versionsOf(queries, 'example'))).map(({ title }) => title)).toEqual(['基准'])
  })
})

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/database.ts'
import { isOvertaken } from '../../platform/insist.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { MIGRATIONS } from '../../server.ts'
import { numbersAhead } from './numbers-ahead.ts'
import { nextNumbers, type Series } from './store.ts'

describe('several processes that give numbers of one series', () => {
  let database: Database
  beforeAll(async () => (database = await testDatabase(MIGRATIONS)), 30_000)
  afterAll(() => database.close())

  let year = 1000
  /** A step of a process: ask the database, or give what it believes comes next; and whether its transaction comes about. */
  const steps = fc.array(fc.record({ by: fc.nat(2), asks: fc.boolean(), fails: fc.boolean(), wanted: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 25 })
  test('whatever they believe and whoever is interrupted, no number is given twice and none is left out', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        year += 1
        const processes = [numbersAhead(), numbersAhead(), numbersAhead()]
        const given: number[] = []
        for (const { by, asks, fails, wanted } of taken) {
          const numbers = processes[by] ?? numbersAhead()
          const series = Array.from({ length: wanted }, (): Series => ({ series: 'case', year }))
          const ahead = asks ? undefined : numbers.give(series)
          const cut = fails ? [sql`select insist(false)`] : []
          const done =
            ahead === undefined
              ? await database.work(async (tx) => {
                  const found = await nextNumbers(tx, series)
                  numbers.learn(series, found)
                  for (const one of cut) await one.execute(tx)
                  return found
                }).catch(nothing)
              : await database.write([...ahead.statements, ...cut]).then(() => ahead.numbers, nothing)
          if (done === undefined) numbers.forget()
          else given.push(...done)
        }
        expect(given).toEqual(Array.from({ length: given.length }, (_, at) => at + 1))
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

/** Nothing came about: interrupted, or somebody else was first. */
function nothing(failure: unknown): undefined {
  if (!isOvertaken(failure)) throw failure
}

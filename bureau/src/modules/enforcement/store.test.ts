import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseUpTo, testBureau, type TestBureau } from '../../test-bureau.ts'

const ON = '2021-08-10'
let bureau: TestBureau
beforeAll(async () => {
  bureau = await testBureau(ON)
  await caseUpTo(bureau, 'inspect', ON)
})
afterAll(() => bureau.close())

const CHANGES = { enforcement_acts: "kind = 'decide'", enforcement_papers: "number = 'X'", enforcement_signatures: "name = 'X'", ledger_leaves: 'place = place + 1' }

describe('nothing can change or delete an act: the database itself refuses it', () => {
  test.each(Object.entries(CHANGES).flatMap(([table, change]) => [[`delete from ${table}`], [`truncate ${table} cascade`], [`update ${table} set ${change}`]]))('%s', async (statement) => {
    await expect(bureau.database.work((tx) => sql.raw(statement).execute(tx))).rejects.toThrow()
    const { rows } = await bureau.database.read((queries) => sql<{ acts: string }>`select count(*) as acts from enforcement_acts where kind <> 'decide'`.execute(queries))
    expect(Number(rows[0]?.acts)).toBe(2)
  })
})

import { day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau-file.ts'
import { addDemoPeople } from '../../demo-people.ts'
import { manualClock, momentOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { passingLogKey } from '../../platform/keys.ts'
import { rowsIn, testDatabase } from '../../platform/test-database.ts'
import { assemble, MIGRATIONS } from '../../server.ts'

const ON = '2021-08-10'
const COURSE = ['apply', 'inspect', 'orderCorrection', 'file', 'interview']
const TABLES = ['enforcement_acts', 'enforcement_cases', 'enforcement_numbers', 'enforcement_obligations', 'enforcement_papers']

let databases: readonly Database[] = []
beforeAll(async () => {
  databases = [await testDatabase(MIGRATIONS), await testDatabase(MIGRATIONS)]
  for (const database of databases) await addDemoPeople(database)
}, 30_000)
afterAll(() => Promise.all(databases.map((database) => database.close())))

/** What a backup of one database holds, put into another: cases, and the edition of the register of people. */
async function restore(from: Database, to: Database): Promise<void> {
  const rowsOf = async (name: string) => JSON.stringify((await from.read((queries) => sql<{ all: unknown }>`select coalesce(jsonb_agg(one), '[]') as all from ${sql.table(name)} one`.execute(queries))).rows[0]?.all)
  for (const name of TABLES) await to.write([sql`insert into ${sql.table(name)} select * from jsonb_populate_recordset(null::${sql.table(name)}, ${await rowsOf(name)}::jsonb)`])
  await to.write([sql`insert into ledger_leaves (dossier, seq, entry, salt, hash) select dossier, seq, entry, salt, hash from jsonb_populate_recordset(null::ledger_leaves, ${await rowsOf('ledger_leaves')}::jsonb)`])
  const { rows } = await from.read((queries) => sql<{ edition: string }>`select edition from officers_edition`.execute(queries))
  await to.write([sql`update officers_edition set edition = ${rows[0]?.edition ?? ''}`])
}

/** A server whose database can be put in the place of another while it runs. */
async function running(first: Database) {
  let current = first
  const changing: Database = { ...first, work: (how) => current.work(how), write: (statements) => current.write(statements), read: (how) => current.read(how) }
  const { recorder } = await assemble({ database: changing, clock: manualClock(momentOf(ON, '16:00')), keys: [passingLogKey()], dataFolder: 'unused', bureau: EXAMPLE_BUREAU, accounts: [], logs: false })
  return {
    record: (kind: string, on?: { readonly caseId: string; readonly version: number }) => {
      const [actor = '', ...others] = ORDINARY_COURSE.by(kind)
      return recorder.record({ act: { kind, on: ON, with: others, data: ORDINARY_COURSE.typical(kind, day(ON)) }, actor, key: crypto.randomUUID(), ...(on === undefined ? {} : { on }) })
    },
    replaceBy: (other: Database) => void (current = other),
  }
}

test('a backup is put in the place of the database while the server runs: nothing is written on acts that are no longer there', async () => {
  const [first, backup] = databases
  if (first === undefined || backup === undefined) throw new Error('two databases were opened')
  const { record, replaceBy } = await running(first)
  let caseId = ''
  for (const [version, kind] of COURSE.entries()) caseId = (await record(kind, version === 0 ? undefined : { caseId, version })).id
  await restore(first, backup)
  await record('collect', { caseId, version: 5 })
  replaceBy(backup)
  await expect(record('collect', { caseId, version: 6 })).rejects.toMatchObject({ type: '/problems/changed-meanwhile' })
  expect(await rowsIn(backup, ['enforcement_acts', 'ledger_leaves'])).toEqual({ enforcement_acts: 5, ledger_leaves: 5 })
  await expect(record('collect', { caseId, version: 5 })).resolves.toMatchObject({ version: 6 })
})

test('the backup is older than the case: there is no such case, and no act of it is written', async () => {
  const [first, backup] = databases
  if (first === undefined || backup === undefined) throw new Error('two databases were opened')
  const { record, replaceBy } = await running(first)
  const { id: caseId } = await record('apply')
  replaceBy(backup)
  const before = await rowsIn(backup, ['enforcement_acts', 'ledger_leaves'])
  await expect(record('inspect', { caseId, version: 1 })).rejects.toMatchObject({ type: '/problems/not-found' })
  expect(await rowsIn(backup, ['enforcement_acts', 'ledger_leaves'])).toEqual(before)
})

import { day } from '@zhunsheng/law/day.ts'
import { judgeFor, SETTING } from '@zhunsheng/law/judges.ts'
import { obligationsOf } from '@zhunsheng/law/obligation.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau-file.ts'
import { addDemoPeople } from '../../demo-people.ts'
import { manualClock, momentOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { passingLogKey } from '../../platform/keys.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { assemble, MIGRATIONS, type Server } from '../../server.ts'
import { actsFrom } from './stored-acts.ts'
import { actsOf } from './store.ts'
import { todayOf } from './today.ts'
import { writtenObligations } from './store-projections.ts'

const ON = '2021-08-10'
const COURSE = ['apply', 'inspect', 'orderCorrection', 'file', 'interview', 'collect', 'verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement', 'decide', 'serveDecision'] as const
const clock = manualClock(momentOf(ON, '16:00'))

let database: Database
/** Two processes on one database: each remembers what it stored, and neither knows what the other did since. */
let recorders: readonly Server['recorder'][]
beforeAll(async () => {
  database = await testDatabase(MIGRATIONS)
  await addDemoPeople(database)
  const start = async () => (await assemble({ database, clock, keys: [passingLogKey()], dataFolder: 'unused', bureau: EXAMPLE_BUREAU, accounts: [], logs: false })).recorder
  recorders = [await start(), await start()]
}, 30_000)
afterAll(() => database.close())

const stored = async (caseId: string): Promise<readonly unknown[]> =>
  database.read(async (queries) => (await sql`select case_id, code, says, duty, basis, since::text, due::text, provisional, met_on::text, paused from enforcement_obligations where case_id = ${caseId} order by code`.execute(queries)).rows)
const owed = async (caseId: string): Promise<readonly unknown[]> => {
  const judge = judgeFor('penalty.ordinary')
  const file = judge.read({ procedure: 'penalty.ordinary', acts: actsFrom(judge.procedure, await database.read((queries) => actsOf(queries, caseId))) }, SETTING)
  const rows: readonly { readonly code: string }[] = JSON.parse(writtenObligations(caseId, obligationsOf(judge.procedure, file, todayOf(clock))))
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

test('what is owed is stored as the acts give it, whichever process records which act, though what has not changed is not sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1), { minLength: COURSE.length, maxLength: COURSE.length }), async (by) => {
      let caseId: string | undefined
      for (const [version, kind] of COURSE.entries()) {
        const [actor = '', ...others] = ORDINARY_COURSE.by(kind)
        const act = { kind, on: ON, with: others, data: ORDINARY_COURSE.typical(kind, day(ON)) }
        const recorded = await recorders[by[version] ?? 0]?.record({ act, actor, key: crypto.randomUUID(), ...(caseId === undefined ? {} : { on: { caseId, version } }) })
        caseId = recorded?.id ?? ''
        expect(await stored(caseId)).toEqual(await owed(caseId))
      }
    }),
    { numRuns: 6 },
  )
}, 60_000)

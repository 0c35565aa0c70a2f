import { day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau-file.ts'
import { addDemoPeople } from '../../demo-people.ts'
import { manualClock, momentOf } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { passingLogKey } from '../../platform/keys.ts'
import { COOKIE } from '../../platform/session.ts'
import { rowsIn, testDatabase } from '../../platform/test-database.ts'
import { assemble, MIGRATIONS, type Server } from '../../server.ts'

const ON = '2021-08-10'
const COURSE = ['apply', 'inspect', 'orderCorrection', 'file', 'interview', 'collect', 'verifyEvidence', 'conclude', 'notify', 'serveNotice', 'waiveStatement', 'decide', 'serveDecision'] as const
const actOf = (kind: string) => {
  const [actor = '', ...others] = ORDINARY_COURSE.by(kind)
  return { act: { kind, on: ON, with: others, data: ORDINARY_COURSE.typical(kind, day(ON)) }, actor, key: crypto.randomUUID() }
}

let database: Database
/** How often the first process asked within a unit of work, and how often it wrote without having asked. */
let [asked, wrote] = [0, 0]
/** What happens while a write is under way. */
let meanwhile: () => void = () => undefined
/** Two processes on one database: neither knows what the other has in hand. */
let own: Server['recorder']
let other: Server['recorder']
let elsewhere: Server
beforeAll(async () => {
  database = await testDatabase(MIGRATIONS)
  await addDemoPeople(database)
  const counted: Database = {
    ...database,
    work: (how) => {
      asked += 1
      return database.work(how)
    },
    write: (statements) => {
      wrote += 1
      const written = database.write(statements)
      meanwhile()
      return written
    },
  }
  const start = (on: Database) => assemble({ database: on, clock: manualClock(momentOf(ON, '16:00')), keys: [passingLogKey()], dataFolder: 'unused', bureau: EXAMPLE_BUREAU, accounts: [], logs: false })
  own = (await start(counted)).recorder
  elsewhere = await start(database)
  other = elsewhere.recorder
}, 30_000)
afterAll(() => database.close())
beforeEach(() => void ([asked, wrote] = [0, 0]))

const open = (by = own) => by.record(actOf('apply'))
const go = (kind: string, caseId: string, version: number, by = own) => by.record({ ...actOf(kind), on: { caseId, version } })
/** Two cases, so that people and numbers are known. */
async function begun(): Promise<string> {
  await go('inspect', (await open()).id, 1)
  const { id } = await open()
  await go('inspect', id, 1)
  ;[asked, wrote] = [0, 0]
  return id
}

describe('acts that are judged by what is remembered', () => {
  test('the acts of a usual case: only those are looked up of which another register has something to say, or somebody is told', async () => {
    const { id } = await open()
    const looked: string[] = []
    for (const [version, kind] of COURSE.entries()) {
      if (version === 0) continue
      asked = 0
      await go(kind, id, version)
      if (asked > 0) looked.push(kind)
    }
    const again = await begun()
    const lookedAgain: string[] = []
    for (const [version, kind] of COURSE.entries()) {
      if (version < 2) continue
      asked = 0
      await go(kind, again, version)
      if (asked > 0) lookedAgain.push(kind)
    }
    // The benchmarks are asked at a notice and a decision; reminders, slips and comparisons hear of a decision and its service.
    expect(lookedAgain).toEqual(['notify', 'decide', 'serveDecision'])
    expect(looked).toEqual(expect.arrayContaining(lookedAgain))
  })
  test('they leave what looked-up acts leave: act, leaf, outbox row and one step of the case', async () => {
    const id = await begun()
    const tables = ['enforcement_acts', 'ledger_leaves', 'enforcement_outbox', 'enforcement_cases', 'enforcement_papers']
    const before = await rowsIn(database, tables)
    await go('orderCorrection', id, 2)
    const after = await rowsIn(database, tables)
    expect([asked, wrote]).toEqual([0, 1])
    expect(tables.map((table) => (after[table] ?? 0) - (before[table] ?? 0))).toEqual([1, 1, 1, 0, 1])
  })
  test('another process acted in between: nothing is written on what was remembered, and the officer is told what happened', async () => {
    const id = await begun()
    await go('orderCorrection', id, 2, other)
    await expect(go('file', id, 2)).rejects.toMatchObject({ type: '/problems/changed-meanwhile', detail: expect.stringContaining('责令') })
    await expect(go('file', id, 3)).resolves.toMatchObject({ version: 4 })
  })
  test('another process gave a number in between: the next number is the next one all the same', async () => {
    await begun()
    const numbers = [await open(), await open(other), await open(), await open()].map(({ number }) => Number(number.slice(5)))
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3])
  })
  test('the register of people changed in between: they are looked up again before anything is written', async () => {
    const [id, earlier] = [await begun(), await begun()]
    for (const [at, kind] of ['orderCorrection', 'file', 'interview'].entries()) await go(kind, earlier, at + 2)
    ;[asked, wrote] = [0, 0]
    const { statusCode } = await elsewhere.http.inject({ method: 'POST', url: '/api/people', cookies: { [COOKIE]: await elsewhere.sessions.open('ma') }, payload: { login: 'new', name: '新来', department: '执法一大队', posts: ['officer'], password: '新来的口令 2021' } })
    expect(statusCode).toBe(201)
    await go('orderCorrection', id, 2)
    expect([asked, wrote]).toEqual([1, 1])
    await go('file', id, 3)
    await go('interview', id, 4)
    // The approval is another person's, who is looked up too; the officers of the first act are known again.
    expect([asked, wrote]).toEqual([2, 2])
  })
  test('a request that opens a case, sent again, opens no second one', async () => {
    await begun()
    const request = actOf('apply')
    const first = await own.record(request)
    await expect(own.record(request)).resolves.toEqual(first)
    await expect(own.record({ ...request, act: { ...request.act, on: '2021-08-09' } })).rejects.toMatchObject({ type: '/problems/malformed' })
  })
  test('a form is filled in while what was remembered turns out wrong: it is judged on the whole file, and so is every act after it', async () => {
    const id = await begun()
    await go('orderCorrection', await begun(), 2)
    await go('orderCorrection', id, 2, other)
    let form: Promise<unknown> = Promise.resolve()
    meanwhile = () => {
      meanwhile = () => undefined
      form = own.consider({ ...actOf('file'), on: { caseId: id, version: 3 } })
    }
    await expect(go('orderCorrection', id, 2)).rejects.toMatchObject({ type: '/problems/changed-meanwhile' })
    await expect(form).resolves.toEqual({ granted: true })
    await expect(go('file', id, 3)).resolves.toMatchObject({ version: 4 })
  })
  test('a no is said on what the database knows', async () => {
    const id = await begun()
    await expect(go('decide', id, 2)).rejects.toMatchObject({ type: '/problems/refused' })
    expect([asked, wrote]).toEqual([1, 0])
  })
})

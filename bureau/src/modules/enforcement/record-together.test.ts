import { day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau-file.ts'
import { addDemoPeople } from '../../demo-people.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { passingLogKey } from '../../platform/keys.ts'
import { rowsIn, testDatabase } from '../../platform/test-database.ts'
import { assemble, MIGRATIONS, type Server } from '../../server.ts'

const ON = '2021-08-10'
const TABLES = ['enforcement_acts', 'ledger_leaves', 'enforcement_outbox', 'enforcement_cases']
const act = (kind: string, data: Readonly<Record<string, unknown>> = {}) => ({ kind, on: ON, with: ['li'], data: { ...ORDINARY_COURSE.typical(kind, day(ON)), ...data } })

let database: Database
/** Two processes on one database: neither knows what the other has in hand. */
let recorders: readonly [Server['recorder'], Server['recorder']]
beforeAll(async () => {
  database = await testDatabase(MIGRATIONS)
  await addDemoPeople(database)
  const start = async () => (await assemble({ database, clock: systemClock, keys: [passingLogKey()], dataFolder: 'unused', bureau: EXAMPLE_BUREAU, accounts: [], logs: false })).recorder
  recorders = [await start(), await start()]
}, 30_000)
afterAll(() => database.close())

const open = async (): Promise<string> => (await recorders[0].record({ act: act('apply'), actor: 'zhang', key: crypto.randomUUID() })).id

/** No text of PostgreSQL holds this character: the door refuses it, and whatever got past it breaks the statement that writes the whole group. */
const UNWRITABLE = { device: 'phone\u0000', at: '2021-08-10T08:00:00.000Z', ahead: 0 }

/** What a request does, and the only answer that it may get. */
const COMMANDS = {
  granted: { act: act('inspect'), version: 1, answer: 'recorded' },
  refused: { act: act('decide'), version: 1, answer: '/problems/refused' },
  malformed: { act: act('inspect', { nothing: 7 }), version: 1, answer: '/problems/malformed' },
  behind: { act: act('inspect'), version: 0, answer: '/problems/changed-meanwhile' },
  breaking: { act: { ...act('inspect'), made: UNWRITABLE }, version: 1, answer: 'other' },
} as const

describe('acts recorded together', () => {
  test('a granted, a refused, a malformed, a late and a breaking request in one group: each is answered as if it were alone, nothing half written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...Object.keys(COMMANDS)), fc.nat(1), fc.boolean()), { minLength: 1, maxLength: 12 }), async (picked) => {
        const cases = await Promise.all(picked.map(open))
        const before = await rowsIn(database, TABLES)
        const sent = picked.flatMap(([name, process, twice], at) => {
          const command = Object.entries(COMMANDS).find(([one]) => one === name)?.[1] ?? COMMANDS.granted
          const request = { act: command.act, actor: 'zhang', key: crypto.randomUUID(), on: { caseId: cases[at] ?? '', version: command.version } }
          const send = (by: number) => (by === 0 ? recorders[0] : recorders[1]).record(request).then(() => 'recorded', (failure: unknown) => (failure instanceof Error && 'type' in failure ? String(failure.type) : 'other'))
          // The same request on its way twice, to both processes, is recorded once and answered alike.
          return (twice ? [send(process), send(1 - process)] : [send(process)]).map((answer) => ({ name, answer, expected: command.answer }))
        })
        for (const { name, answer, expected } of sent) expect([name, await answer]).toEqual([name, expected])
        const granted = picked.filter(([name]) => name === 'granted').length
        const after = await rowsIn(database, TABLES)
        expect(Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]))).toEqual({ enforcement_acts: granted, ledger_leaves: granted, enforcement_outbox: granted, enforcement_cases: 0 })
      }),
      { numRuns: 12 },
    )
  }, 120_000)
  test('one act of a case wins in two processes at once, the other is told what happened', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, open))
    const answers = await Promise.allSettled(cases.flatMap((caseId) => recorders.map(({ record }) => record({ act: act('inspect'), actor: 'zhang', key: crypto.randomUUID(), on: { caseId, version: 1 } }))))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ type: '/problems/changed-meanwhile', detail: expect.stringContaining('张平、李安已记录「现场检查') })
  })
  test('cases opened together, among them one that breaks the group, have numbers without gaps', async () => {
    const numberOf = (number: string) => Number(number.slice(5))
    const start = numberOf((await recorders[0].record({ act: act('apply'), actor: 'zhang', key: crypto.randomUUID() })).number)
    const answers = await Promise.allSettled(Array.from({ length: 9 }, (_, at) => recorders[0].record({ act: at === 4 ? { ...act('apply'), made: UNWRITABLE } : act('apply'), actor: 'zhang', key: crypto.randomUUID() })))
    const numbers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [numberOf(answer.value.number)] : [])).sort((a, b) => a - b)
    expect(numbers.map((number) => number - start)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

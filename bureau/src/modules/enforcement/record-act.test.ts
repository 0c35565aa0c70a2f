import { day } from '@zhunsheng/law/day.ts'
import { ORDINARY_COURSE } from '@zhunsheng/law/penalty/ordinary/course.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_BUREAU } from '../../bureau-file.ts'
import { addDemoPeople } from '../../demo-people.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { passingLogKey } from '../../platform/keys.ts'
import { testDatabase } from '../../platform/test-database.ts'
import { assemble, MIGRATIONS, type Server } from '../../server.ts'

const ON = '2021-08-10'
const act = (kind: string) => ({ kind, on: ON, with: ['li'], data: ORDINARY_COURSE.typical(kind, day(ON)) })

let database: Database
let recorder: Server['recorder']
beforeAll(async () => {
  database = await testDatabase(MIGRATIONS)
  await addDemoPeople(database)
  ;({ recorder } = await assemble({ database, clock: systemClock, keys: [passingLogKey()], dataFolder: 'unused', bureau: EXAMPLE_BUREAU, accounts: [], logs: false }))
}, 30_000)
afterAll(() => database.close())

const opened = () => recorder.record({ act: act('apply'), actor: 'zhang', key: crypto.randomUUID() })
const inspect = (caseId: string, key: string = crypto.randomUUID()) => recorder.record({ act: act('inspect'), actor: 'zhang', key, on: { caseId, version: 1 } })

describe('recording acts at the same moment', () => {
  test('two officers act at once: one act stands, the other is told what happened', async () => {
    const { id } = await opened()
    const answers = await Promise.allSettled([inspect(id), inspect(id), inspect(id)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    expect(refused).toHaveLength(2)
    for (const reason of refused) expect(reason).toMatchObject({ type: '/problems/changed-meanwhile', detail: expect.stringContaining('张平、李安已记录「现场检查') })
  })
  test('one request sent twice at once is recorded once and answered alike', async () => {
    const { id } = await opened()
    const key = crypto.randomUUID()
    const [first, second] = await Promise.all([inspect(id, key), inspect(id, key)])
    expect(second).toEqual(first)
    await expect(inspect(id, key)).resolves.toEqual(first)
  })
  test('cases opened at once have numbers without gaps', async () => {
    const numbers = (await Promise.all(Array.from({ length: 8 }, opened))).map(({ number }) => Number(number.slice(5))).sort((a, b) => a - b)
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})

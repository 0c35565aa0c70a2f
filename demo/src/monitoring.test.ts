import { formatDay } from '@zhunsheng/law/day.ts'
import { doorFor, addDemoPeople } from '../../bureau/src/demo-people.ts'
import { EXAMPLE_BUREAU } from '../../bureau/src/bureau-file.ts'
import { manualClock, momentOf } from '../../bureau/src/platform/clock.ts'
import { testDatabase } from '../../bureau/src/platform/test-database.ts'
import { assemble, MIGRATIONS } from '../../bureau/src/server.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from './door.ts'
import { monitoringEvents } from './monitoring.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-demo-'))
let door: Door
let close: () => Promise<void>
beforeAll(async () => {
  const database = await testDatabase(MIGRATIONS)
  await addDemoPeople(database)
  const clock = manualClock(momentOf('2021-07-19', '09:00'))
  const server = await assemble({ database, clock, keys: [], dataFolder: folder, bureau: EXAMPLE_BUREAU, accounts: [], logs: false })
  door = doorFor(server, clock, '')
  for (const { on, at, happen } of [...monitoringEvents(door, 527)].sort((a, b) => a.on - b.on || a.at - b.at)) {
    door.setClock(formatDay(on), `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
    await happen()
  }
  door.setClock('2021-12-31', '09:00')
  close = async () => {
    await server.http.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
afterAll(() => close())

describe('the demonstration’s electronic monitoring (非现场执法)', () => {
  test('everything came through the door: one device lacks its sign, one certificate has run out, one soon will', async () => {
    expect(await door.get('zhang', '/api/monitoring/desk')).toMatchObject({
      counts: { waiting: 3, held: 1, untold: 0, unconsidered: 1, overdue: 1 },
      lacking: 1,
      renewals: [{ duty: { due: '2021-11-30' } }, { duty: { due: '2022-01-19' } }],
    })
  })
  test('its records were admitted, set aside, or taken as mere leads', async () => {
    const counted = async (standing: string) => Number((await door.get('zhang', `/api/monitoring/events?standing=${standing}`))['total'])
    expect([await counted('admitted'), await counted('leadOnly'), await counted('rejected')]).toEqual([3, 2, 1])
  })
})

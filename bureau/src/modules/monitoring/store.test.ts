import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monitoredBureau, type MonitoredBureau } from '../../monitored-bureau.ts'

let house: MonitoredBureau
beforeAll(async () => {
  house = await monitoredBureau('2021-08-02')
  await house.setUp('CAM-1', '2021-08-02')
  await house.raise({ external: 'E-1', device: 'CAM-1', at: '2021-08-02T09:00:00+08:00', content: '占道' })
})
afterAll(() => house.bureau.close())

const CHANGES = { monitoring_devices: "identifier = 'X'", monitoring_events: "plate = 'X'", monitoring_entries: "data = '{}'", monitoring_sources: "name = 'X'", monitoring_keys: "who = 'X'" }

describe('nothing can change or delete what was recorded of devices and events: the database itself refuses it', () => {
  test.each(Object.entries(CHANGES).flatMap(([table, change]) => [[`delete from ${table}`], [`truncate ${table} cascade`], [`update ${table} set ${change}`]]))('%s', async (statement) => {
    await expect(house.bureau.database.work((tx) => sql.raw(statement).execute(tx))).rejects.toThrow()
  })
})

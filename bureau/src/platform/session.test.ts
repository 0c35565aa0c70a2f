import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import type { Database } from './database.ts'
import { sessionMigrations } from './session-store.ts'
import { sessions } from './session.ts'
import { testDatabase } from './test-database.ts'

const START = Date.parse('2021-08-10T08:00:00Z')
const HOUR_MS = 3_600_000
const nothing = () => Promise.resolve()

let database: Database
let sinceMs = 0
const clock = manualClock(new Date(START))
const here = () => sessions(database, clock, () => sinceMs)
/** Another process on the same database. */
const elsewhere = () => sessions(database, clock, () => sinceMs)
beforeAll(async () => {
  database = await testDatabase(sessionMigrations)
})
afterAll(() => database.close())
beforeEach(() => {
  sinceMs = 0
  clock.set(new Date(START))
})

describe('a session takes effect and ends at once', () => {
  test('a stranger is nobody, whoever is logged in is known', async () => {
    const own = here()
    const token = await own.open('zhang')
    await expect(own.find(token)).resolves.toBe('zhang')
    await expect(own.find(`${token}x`)).resolves.toBeUndefined()
  })
  test('whoever logs out is out, though he was remembered', async () => {
    const own = here()
    const token = await own.open('zhang')
    await own.find(token)
    await own.close(token)
    await expect(own.find(token)).resolves.toBeUndefined()
  })
  test('whoever is logged out everywhere is out, others stay', async () => {
    const own = here()
    const [zhang, other, zhao] = [await own.open('zhang'), await own.open('zhang'), await own.open('zhao')]
    for (const token of [zhang, other, zhao]) await own.find(token)
    await own.closeAllOf('zhang', nothing)
    await expect(Promise.all([zhang, other, zhao].map(own.find))).resolves.toEqual([undefined, undefined, 'zhao'])
  })
  test('a log-out that does not come about logs nobody out', async () => {
    const own = here()
    const token = await own.open('zhang')
    await expect(own.closeAllOf('zhang', () => Promise.reject(new Error('no such person')))).rejects.toThrow('no such person')
    await expect(own.find(token)).resolves.toBe('zhang')
  })
  test('a session that is being looked up while it is closed is not remembered', async () => {
    const own = here()
    const token = await own.open('zhang')
    await Promise.all([own.find(token), own.close(token), own.find(token)])
    await expect(own.find(token)).resolves.toBeUndefined()
  })
})

describe('people of several kinds', () => {
  test('a token of one kind is nobody to the other, though the identifier is the same', async () => {
    const [officers, enterprises] = [here(), sessions(database, clock, () => sinceMs, 'enterprise')]
    const token = await enterprises.open('zhang')
    await expect(enterprises.find(token)).resolves.toBe('zhang')
    await expect(officers.find(token)).resolves.toBeUndefined()
    await officers.closeAllOf('zhang', nothing)
    await expect(enterprises.find(token)).resolves.toBe('zhang')
  })
})

describe('a session ends by itself, remembered or not', () => {
  test.each([['two hours without use', [2], 'zhang'], ['two hours and a minute', [2 + 1 / 60], undefined], ['twelve hours in use', [2, 4, 6, 8, 10, 12], 'zhang'], ['twelve hours and a minute in use', [2, 4, 6, 8, 10, 12, 12 + 1 / 60], undefined]])('%s', async (_, hours, found) => {
    const own = here()
    const token = await own.open('zhang')
    await own.find(token)
    let last: string | undefined
    for (const hour of hours) {
      clock.set(new Date(START + hour * HOUR_MS))
      last = await own.find(token)
    }
    expect(last).toBe(found)
  })
})

describe('several processes on one database', () => {
  test.each([['just before a second has gone', 999, 'zhang'], ['after a second', 1000, undefined]])('a log-out in one is known in the other: %s', async (_, ms, found) => {
    const [own, other] = [here(), elsewhere()]
    const token = await own.open('zhang')
    await own.find(token)
    await other.close(token)
    sinceMs = ms
    await expect(own.find(token)).resolves.toBe(found)
  })
  test('being asked for again does not make what is remembered any younger', async () => {
    const [own, other] = [here(), elsewhere()]
    const token = await own.open('zhang')
    for (const ms of [0, 600]) {
      sinceMs = ms
      await own.find(token)
    }
    await other.close(token)
    sinceMs = 1100
    await expect(own.find(token)).resolves.toBeUndefined()
  })
})

import { setTimeout as later } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { every } from './every.ts'

test('the work is done again and again, never twice at once, and a fault does not end it', async () => {
  let running = 0
  let most = 0
  const faults: unknown[] = []
  const work = vi.fn<() => Promise<void>>(async () => {
    running += 1
    most = Math.max(most, running)
    await later(3)
    running -= 1
    if (work.mock.calls.length === 1) throw new Error('the database was away')
  })
  const recurring = every(1, work, (fault) => faults.push(fault))
  await vi.waitFor(() => expect(work.mock.calls.length).toBeGreaterThan(3))
  await recurring.stop()
  expect([most, running, faults.length]).toEqual([1, 0, 1])
  const done = work.mock.calls.length
  await later(20)
  expect(work.mock.calls.length).toBe(done)
})

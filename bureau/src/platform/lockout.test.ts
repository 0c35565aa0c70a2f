import { describe, expect, test } from 'vitest'
import { afterFailure, lockedForMs } from './lockout.ts'

const MINUTE = 60_000
describe('登录锁定 · five failures close log-in for a quarter of an hour', () => {
  test.each([
    ['no failure', 0, 0, 0],
    ['four failures', 4, 0, 0],
    ['five failures', 5, 0, 15 * MINUTE],
    ['one millisecond before the end', 5, 15 * MINUTE - 1, 1],
    ['at the end', 5, 15 * MINUTE, 0],
  ])('%s', (_, count, nowMs, locked) => expect(lockedForMs({ count, lastAtMs: 0 }, nowMs)).toBe(locked))
  test('an old failure is forgotten', () => expect(afterFailure({ count: 4, lastAtMs: 0 }, 15 * MINUTE)).toEqual({ count: 1, lastAtMs: 15 * MINUTE }))
})

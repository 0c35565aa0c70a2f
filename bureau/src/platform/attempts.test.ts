import { describe, expect, test } from 'vitest'
import { attempts } from './attempts.ts'

describe('what may be tried so often in a while', () => {
  const tried = (times: number) => {
    const made = attempts({ most: 3, windowMs: 1000 })
    for (let time = 0; time < times; time += 1) made.failed('a', 100 + time)
    return made
  }
  test.each([
    ['twice: may try', 2, 200, 0],
    ['three times: waits until the first is forgotten', 3, 200, 900],
    ['the moment before', 3, 1099, 1],
    ['then may try again', 3, 1100, 0],
  ])('%s', (_, times, nowMs, wait) => expect(tried(times).waitMs('a', nowMs)).toBe(wait))
  test('one address does not slow another', () => expect(tried(9).waitMs('b', 200)).toBe(0))
})

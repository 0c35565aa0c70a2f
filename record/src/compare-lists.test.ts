import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareLists } from './compare-lists.ts'

const SAME = { changed: [], missing: [], inserted: [], repeated: [], moved: [] }

describe('卷内目录 · what is there compared with what is listed', () => {
  test.each([
    ['nothing changed', 'abc', 'abc', SAME],
    ['one exchanged', 'abc', 'axc', { ...SAME, changed: [1] }],
    ['all exchanged', 'ab', 'xy', { ...SAME, changed: [0, 1] }],
    ['the first gone', 'abc', 'bc', { ...SAME, missing: [0] }],
    ['the last gone', 'abc', 'ab', { ...SAME, missing: [2] }],
    ['everything gone', 'ab', '', { ...SAME, missing: [0, 1] }],
    ['one put in', 'abc', 'axbc', { ...SAME, inserted: [1] }],
    ['one twice', 'abc', 'abbc', { ...SAME, repeated: [2] }],
    ['two exchanged with each other', 'abcd', 'acbd', { ...SAME, moved: [1, 2] }],
    ['one twice in place of another', 'abc', 'aac', { ...SAME, missing: [1], repeated: [1] }],
    ['one gone and one put in elsewhere', 'abc', 'bcx', { ...SAME, missing: [0], inserted: [2] }],
  ])('%s', (_, listed, there, difference) => {
    expect(compareLists([...listed], [...there])).toEqual(difference)
  })

  test('lists that differ in any way are never found the same', () => {
    const lists = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), lists, (listed, there) => {
        const isSame = Object.values(compareLists(listed, there)).every((found) => found.length === 0)
        expect(isSame).toBe(listed.join() === there.join())
      }),
      { numRuns: 1000 },
    )
  })
})

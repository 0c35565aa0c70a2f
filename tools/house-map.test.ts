import { describe, expect, test } from 'vitest'
import { houseMap, shownMap } from './house-map.ts'

describe('docs/house.md', () => {
  const { map, faults } = houseMap()
  test('every folder that a reader meets first says what it is', () => expect(faults).toEqual([]))
  test('shows the house as it is: `npm run house:map` draws it anew', () => expect(shownMap()).toBe(map))
})

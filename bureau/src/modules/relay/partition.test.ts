import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownerOf, PARTITIONS, partitionOf, partitionsOf } from './partition.ts'

const workers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 })
const owners = (names: readonly string[]): readonly (string | undefined)[] => Array.from({ length: PARTITIONS }, (_, partition) => ownerOf(partition, names))

describe('which trucks belong together', () => {
  test.each([['truck-1', 10], ['vehicle-0001', 52], ['', 11], ['渝A20000', 21]])('a truck has one partition, the same on every machine and in every year: %s', (truck, partition) => expect(partitionOf(truck)).toBe(partition))
  test('every truck has one', () => {
    fc.assert(fc.property(fc.string(), (truck) => {
      expect(partitionOf(truck)).toBeGreaterThanOrEqual(0)
      expect(partitionOf(truck)).toBeLessThan(PARTITIONS)
      expect(Number.isInteger(partitionOf(truck))).toBe(true)
    }))
  })
  test('no partition has more than half as many again as its part of ten thousand trucks with near names', () => {
    const counts = Array.from({ length: PARTITIONS }, () => 0)
    for (let truck = 0; truck < 10_000; truck += 1) counts[partitionOf(`truck-${truck}`)] = (counts[partitionOf(`truck-${truck}`)] ?? 0) + 1
    expect(Math.max(...counts)).toBeLessThan((10_000 / PARTITIONS) * 1.5)
    expect(Math.min(...counts)).toBeGreaterThan((10_000 / PARTITIONS) * 0.5)
  })
})

describe('which worker has a partition', () => {
  test('in whatever order the workers are known, the answer is the same', () => {
    fc.assert(fc.property(workers, fc.infiniteStream(fc.nat()), (names, chance) => {
      const shuffled = names.map((name) => ({ name, by: chance.next().value ?? 0 })).toSorted((a, b) => a.by - b.by).map(({ name }) => name)
      expect(owners(shuffled)).toEqual(owners(names))
    }))
  })
  test('every partition has one worker, and no worker one that is not his', () => {
    fc.assert(fc.property(workers, (names) => {
      expect(names.flatMap((name) => partitionsOf(name, names)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: PARTITIONS }, (_, partition) => partition))
    }))
  })
  test('of a worker who goes, only his own move', () => {
    fc.assert(fc.property(workers, fc.nat(), (names, which) => {
      const gone = names[which % names.length]
      const [before, after] = [owners(names), owners(names.filter((name) => name !== gone))]
      before.forEach((owner, partition) => { if (owner !== gone) expect(after[partition]).toBe(owner) })
    }))
  })
  test('to a worker who comes, only those move that he gets', () => {
    fc.assert(fc.property(workers, fc.string({ minLength: 21, maxLength: 30 }), (names, comer) => {
      const [before, after] = [owners(names), owners([...names, comer])]
      after.forEach((owner, partition) => { if (owner !== comer) expect(owner).toBe(before[partition]) })
    }))
  })
  test.each([2, 3, 4, 8])('of %i workers none is idle, and none has more than twice his part', (many) => {
    const names = Array.from({ length: many }, (_, one) => `worker-${one}`)
    const parts = names.map((name) => partitionsOf(name, names).length)
    expect(Math.min(...parts)).toBeGreaterThan(0)
    expect(Math.max(...parts)).toBeLessThanOrEqual((PARTITIONS / many) * 2)
  })
  test('without a worker nobody has any', () => expect(ownerOf(0, [])).toBeUndefined())
})

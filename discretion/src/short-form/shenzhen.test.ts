import { describe, expect, test } from 'vitest'
import { check } from '../check.ts'
import { shenzhen2023 } from './shenzhen.ts'

const FOUND = shenzhen2023().map((benchmark) => ({ item: Number(benchmark.matter.split('.')[1]), findings: check(benchmark) }))
const faultsOf = (item: number) => FOUND.find((one) => one.item === item)?.findings.filter(({ weight }) => weight === 'fault').map(({ kind }) => kind)

describe('深圳市 2023 年版裁量权实施标准 · a real table is read whole', () => {
  test('75 matters, 79 ranges and one of them for two kinds of party', () => {
    expect(FOUND).toHaveLength(75)
    expect(shenzhen2023().reduce((count, { ranges }) => count + ranges.length, 0)).toBe(80)
  })
})

describe('深圳市 2023 年版裁量权实施标准 · its real defects are found, and nothing that is none', () => {
  test.each([
    [3, '只有一档，第一次、第二次没有规定', ['gap']],
    [27, '第一档低于法定最低额', ['outside']],
    [58, '第二次既是七万元又是十万元', ['twoRanges']],
    [70, '「以下」包括了不违法的百分之二十', ['beyond']],
    [71, '四十天、百分之五的版面同时符合两档', ['overlap', 'overlap']],
    [73, '不定期演练没有规定', ['gap', 'gap']],
  ])('第 %i 项：%s', (item, _, faults) => {
    expect(faultsOf(item)).toEqual(faults)
  })
  test('第 74 项：报告而没有恢复，或者恢复而没有报告，都没有规定', () => {
    expect(new Set(faultsOf(74))).toEqual(new Set(['gap']))
  })
  test('第 41 项：幅度的下段没有任何一档达到；这是提示，不妨碍发布', () => {
    expect(FOUND.find(({ item }) => item === 41)?.findings.filter(({ kind }) => kind === 'unused')).toHaveLength(1)
  })
  test('no other matter has a fault', () => {
    expect(FOUND.filter(({ findings }) => findings.some(({ weight }) => weight === 'fault')).map(({ item }) => item)).toEqual([3, 27, 58, 70, 71, 73, 74])
  })
})

import { describe, expect, test } from 'vitest'
import { penaltyInWords } from '../public/penalty-words.ts'
import { asksFor } from './asked.ts'
import { daysBetween, dueInWords } from './due-words.ts'

describe('到期 · in words, not only in colour', () => {
  test.each([
    ['the day before', '2026-03-01', '逾期 1 天'],
    ['the day itself', '2026-03-02', '今天到期'],
    ['the day after', '2026-03-03', '还有 1 天'],
    ['over the end of a leap February', '2028-03-01', '还有 730 天'],
  ])('%s', (_, due, words) => {
    expect(dueInWords(due, '2026-03-02')).toBe(words)
  })
  test('days are counted as days, whatever the zone of the machine does with its clocks', () => {
    expect(daysBetween('2026-09-26', '2026-09-28')).toBe(2)
  })
})

describe('公示 · the penalty in one line', () => {
  test.each([
    [['警告', '罚款'], '300.00', '警告、罚款 300.00 元'],
    [['警告'], undefined, '警告'],
    [['罚款'], undefined, '罚款'],
  ])('%s with %s', (kinds, fine, words) => {
    expect(penaltyInWords(kinds, fine)).toBe(words)
  })
})

describe('查询条件 · in the address', () => {
  test('what is empty is not asked', () => {
    expect(asksFor({ search: '刘', stage: '', matter: undefined })).toEqual({ search: '刘' })
  })
})

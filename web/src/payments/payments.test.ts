import { ITEM_KINDS, CURES, PLACEABLE, REFUNDS } from '@zhunsheng/bureau/modules/payments/wire.ts'
import { describe, expect, test } from 'vitest'
import { minuteOf } from '../piece/moment.ts'
import { base64Of } from '../piece/base64.ts'
import { settlementsFor } from './settlements.ts'
import { dayFrom, inFours, spanOf } from './written.ts'

describe('银行文件 · every byte arrives as it was', () => {
  test.each([
    ['an empty file', new Uint8Array()],
    ['bytes that are no text', new Uint8Array([0, 255, 128, 10])],
    ['more than goes through one call', Uint8Array.from({ length: 100_001 }, (_, at) => at % 251)],
  ])('%s', (_, bytes) => {
    expect(Uint8Array.from(atob(base64Of(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes)
  })
})

describe('缴款码 · in groups of four', () => {
  test('twenty digits are five groups, and nothing is added at the end', () => {
    expect(inFours('50099920210000000017')).toBe('5009 9920 2100 0000 0017')
    expect(inFours('')).toBe('')
  })
})

describe('对账日 · days and months', () => {
  test.each([
    ['the day before the first of March in a leap year', '2024-03-01', -1, '2024-02-29'],
    ['the day after the last of the year', '2021-12-31', 1, '2022-01-01'],
  ])('%s', (_, day, by, other) => {
    expect(dayFrom(day, by)).toBe(other)
  })
  test.each([
    ['2021-02', '2021-02-28'],
    ['2024-02', '2024-02-29'],
    ['2021-12', '2021-12-31'],
  ])('%s ends on %s', (month, last) => {
    expect(spanOf(month)).toEqual({ from: `${month}-01`, to: last })
  })
})

describe('时间 · in the bureau’s own time, whatever the zone of the machine', () => {
  test('ten past six in the evening, and the next day where it is late enough', () => {
    expect(minuteOf('2021-12-30T10:10:59Z')).toBe('2021-12-30 18:10')
    expect(minuteOf('2021-12-31T16:00:00Z')).toBe('2022-01-01 00:00')
  })
})

describe('差异的处理 · what is offered for each kind', () => {
  const kinds = Object.keys(ITEM_KINDS).filter((kind): kind is keyof typeof ITEM_KINDS => kind in ITEM_KINDS)
  test('every kind has its cure in words', () => {
    for (const kind of kinds) expect(CURES[kind]).toMatch(/[退改更催补]/)
  })
  test('only what the bank has and no case does may be placed on another slip', () => {
    expect(kinds.filter((kind) => settlementsFor(kind).includes('reattributed')).sort()).toEqual([...PLACEABLE].sort())
  })
  test('a refund is offered where money is to go back, and never where the bank has none', () => {
    for (const kind of REFUNDS) expect(settlementsFor(kind)).toContain('refunded')
    for (const kind of ['oursOnly', 'noticeOnly'] as const) expect(settlementsFor(kind)).not.toContain('refunded')
  })
  test('a reason without an end is always possible', () => {
    for (const kind of kinds) expect(settlementsFor(kind)).toContain('pending')
  })
})

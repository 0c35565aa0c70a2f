import type { Rate } from '@zhunsheng/bureau/modules/tracking/wire.ts'
import { describe, expect, test } from 'vitest'
import { daysOf, placed, saidOf, stretches } from './rate-line.ts'

const on = (key: string, complied: number, total: number): Rate => ({ key, name: key, total, complied, failed: total - complied, unknown: 0, rate: complied / total, reasons: [] })
const FRAME = { left: 40, top: 10, width: 300, height: 100 }
const days = daysOf('2021-12-29', '2022-01-01', [on('2021-12-29', 9, 10), on('2021-12-30', 1, 4), on('2022-01-01', 3, 3)])

describe('每日达标率 · the line of a month', () => {
  test('every day has its place, a day without trips too', () => {
    expect(days.map(({ day, rate }) => [day, rate])).toEqual([['2021-12-29', 0.9], ['2021-12-30', 0.25], ['2021-12-31', undefined], ['2022-01-01', 1]])
  })
  test('nought is at the bottom and everything at the top, the first day left and the last right', () => {
    expect(placed(days, FRAME).map(({ x, y }) => [x, y])).toEqual([[40, 20], [140, 85], [340, 10]])
  })
  test('one day alone stands in the middle', () => expect(placed(days.slice(0, 1), FRAME)).toEqual([expect.objectContaining({ x: 190 })]))
  test('a day without trips is no bad day: the line is broken there', () => {
    expect(stretches(placed(days, FRAME)).map((piece) => piece.map(({ day }) => day))).toEqual([['2021-12-29', '2021-12-30'], ['2022-01-01']])
  })
  test('is said in a sentence; reaching the target exactly is reaching it', () => {
    expect(saidOf(days, 0.9)).toBe('3 天有运输，其中 2 天达到目标；最高 2022-01-01，100.0%；最低 2021-12-30，25.0%')
    expect(saidOf(days.slice(2, 3), 0.9)).toBe('这段时间没有运输趟次')
  })
})

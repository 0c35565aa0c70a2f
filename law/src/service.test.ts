import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import { day, formatDay } from './day.ts'
import { servedOn, type Way } from './service.ts'

const calendar = calendarOf()
const served = (way: Way, on: string, confirmed = false): string => {
  const answer = servedOn({ way, on: day(on), confirmed }, calendar)
  return 'on' in answer ? formatDay(answer.on) : answer.missing
}

describe('民事诉讼法第八十七条至第九十一条 · the day of service', () => {
  test.each([
    ['handed over: the day of receipt', 'direct', '2021-03-01'],
    ['left at the home: that day', 'left', '2021-03-01'],
    ['through another: the day of receipt', 'entrusted', '2021-03-01'],
    ['by post: the day on the slip, a Sunday too', 'post', '2021-03-07'],
  ] as const)('%s', (_, way, on) => {
    expect(served(way, on)).toBe(on)
  })
})

describe('行政处罚法第六十一条第二款 · electronic service needs a signed confirmation', () => {
  test('with it: the day on which it reached the system', () => {
    expect(served('electronic', '2022-03-01', true)).toBe('2022-03-01')
  })
  test('without it: not served', () => {
    expect(served('electronic', '2022-03-01')).toBe('没有电子送达确认书')
  })
})

describe('民事诉讼法第九十五条 · public notice', () => {
  test.each([
    ['sixty days until the end of 2021 (then article 92)', '2021-03-01', '2021-04-30'],
    ['the last notice of sixty days', '2021-12-31', '2022-03-01'],
    ['the first of thirty', '2022-01-01', '2022-01-31'],
    ['thirty since', '2024-03-01', '2024-03-31'],
  ])('%s', (_, on, presumed) => {
    expect(served('notice', on)).toBe(presumed)
  })
  test('an end in a year without holidays is provisional, a receipt never is', () => {
    expect(servedOn({ way: 'notice', on: day('2026-12-20'), confirmed: false }, calendar)).toMatchObject({ provisional: true })
    expect(servedOn({ way: 'direct', on: day('2027-01-04'), confirmed: false }, calendar)).toMatchObject({ provisional: false })
  })
})

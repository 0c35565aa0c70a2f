import { describe, expect, test } from 'vitest'
import { calendarOf } from '../calendar.ts'
import { day } from '../day.ts'
import { CHONGQING } from '../jurisdictions/chongqing.ts'
import { remediesOn } from './remedies-on.ts'

const on = (written: string) => remediesOn(day(written), { calendar: calendarOf(), local: CHONGQING })

describe('行政处罚法第三十九条 · the ways against a decision, by the law of the day', () => {
  test('行政复议法第二十条、行政诉讼法第四十六条: sixty days, six months, fifteen days after a reconsideration', () => {
    expect(on('2021-08-02').map(({ within }) => within)).toEqual(['六十日', '六个月', '十五日'])
  })
  test('行政复议法（2023）第二十三条: since 2024 a spot penalty goes to reconsideration first, and the government alone takes it', () => {
    expect(on('2023-12-31').map(({ body }) => body)).toEqual(['either', 'court', 'court'])
    expect(on('2024-01-01').map(({ name, body }) => [name, body])).toEqual([['行政复议', 'government'], ['行政复议（前置）', 'government'], ['行政诉讼（直接起诉）', 'court'], ['行政诉讼（复议之后）', 'court']])
  })
})

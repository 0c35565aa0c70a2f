import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIRST_MS, LAST_MS, readDay, readTime, writeDay, writeTime } from './time.ts'

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
const said = (hex: string): string => {
  const ms = readTime(bytesOf(hex), 0)
  return Number.isNaN(ms) ? 'none' : new Date(ms).toISOString()
}

describe('JT/T 808 消息 0x0200 · time is YYMMDDhhmmss in BCD, Beijing time', () => {
  test.each([
    ['210301080000', '2021-03-01T00:00:00.000Z'],
    ['210301000000', '2021-02-28T16:00:00.000Z'],
    ['000101000000', '1999-12-31T16:00:00.000Z'],
    ['991231235959', '2099-12-31T15:59:59.000Z'],
    ['240229120000', '2024-02-29T04:00:00.000Z'],
  ])('%s is %s', (hex, instant) => expect(said(hex)).toBe(instant))
  test.each([
    ['no day: zeros', '000000000000'], ['29 February of no leap year', '210229000000'], ['31 April', '210431000000'], ['month 13', '211301000000'], ['month 0', '210001000000'], ['day 0', '210300000000'],
    ['24 hours', '210301240000'], ['60 minutes', '210301006000'], ['60 seconds', '210301000060'], ['a letter in the year', 'a10301000000'], ['a letter in the month', '210a01000000'], ['a letter in the day', '21030a000000'],
    ['a letter in the hour', '2103010a0000'], ['a letter in the second', '21030100000f'], ['all ones', 'ffffffffffff'],
  ])('%s is no time, and none is guessed', (_, hex) => expect(said(hex)).toBe('none'))
  test('every second of the century is written and read again', () => {
    const bytes = new Uint8Array(6)
    fc.assert(
      fc.property(fc.integer({ min: FIRST_MS / 1000, max: LAST_MS / 1000 }), (second) => {
        expect(writeTime(bytes, 0, second * 1000)).toBe(true)
        expect(readTime(bytes, 0)).toBe(second * 1000)
        expect(said(Buffer.from(bytes).toString('hex'))).toBe(new Date(second * 1000).toISOString())
      }),
    )
  })
  test.each([['before the century', FIRST_MS - 1000], ['after it', LAST_MS + 1000], ['a part of a second', FIRST_MS + 1], ['no number', NaN]])('%s cannot be written', (_, ms) => expect(writeTime(new Uint8Array(6), 0, ms)).toBe(false))
})

describe('a day is YYYYMMDD in BCD', () => {
  test.each([['20211231', '2021-12-31'], ['20240229', '2024-02-29'], ['19000228', '1900-02-28']])('%s is %s', (hex, day) => {
    expect(readDay(bytesOf(hex), 0)).toBe(day)
    const bytes = new Uint8Array(4)
    expect([writeDay(bytes, 0, day), Buffer.from(bytes).toString('hex')]).toEqual([true, hex])
  })
  test.each(['20210229', '19000229', '99999999', '20211301', '2021a101', 'ff211201'])('%s is none', (hex) => expect(readDay(bytesOf(hex), 0)).toBeUndefined())
  test.each(['2021-02-29', '2021-2-1', ''])('%s cannot be written', (day) => expect(writeDay(new Uint8Array(4), 0, day)).toBe(false))
})

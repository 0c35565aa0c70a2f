import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, formatDay } from '../day.ts'
import { birthdayIn, checkIdNumber, checkImportedIdNumber } from './id-number.ts'

/** Made up, with a right check. */
const SAMPLE = '500107199001010016'
const withCheck = (seventeen: string): string => ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'].map((check) => seventeen + check).find((whole) => checkIdNumber(whole).ok) ?? ''

describe('GB 11643-1999 · 居民身份证号', () => {
  test.each([SAMPLE, withCheck('50015519851231002'), withCheck('51020219700229002') || withCheck('51020219700228002'), withCheck('51230119650714003')])('%s is one, of whatever old region', (number) => {
    expect(checkIdNumber(number)).toEqual({ ok: true, value: number })
  })
  test('a small x is kept as X', () => {
    const ending = Array.from({ length: 1000 }, (_, index) => withCheck(`50010719900101${String(index).padStart(3, '0')}`)).find((number) => number.endsWith('X')) ?? ''
    expect(checkIdNumber(ending.toLowerCase())).toEqual({ ok: true, value: ending })
  })
  test.each([
    ['a wrong check', '500107199001010017', '校验位不符'],
    ['29 February of a common year', '500107199002290016', '出生日期不存在'],
    ['month 13', '500107199013010016', '出生日期不存在'],
    ['the year 1800', '500107180001010016', '出生日期不存在'],
    ['seventeen places', '50010719900101001', '17 位数字'],
    ['fifteen places', '500107900101001', '17 位数字'],
    ['X in the middle', '5001071990010X0016', '17 位数字'],
    ['a space', '500107199001010016 ', '17 位数字'],
    ['nothing', '', '17 位数字'],
  ])('%s is refused', (_, number, because) => {
    const answer = checkIdNumber(number)
    expect(answer.ok ? '' : answer.because).toContain(because)
  })
  test('nobody is born after the day of the act, everybody may be born on it', () => {
    expect(checkIdNumber(SAMPLE, day('1989-12-31'))).toEqual({ ok: false, because: '居民身份证号中的出生日期晚于今天' })
    expect(checkIdNumber(SAMPLE, day('1990-01-01')).ok).toBe(true)
  })
  test('the birthday is in places 7 to 14', () => {
    const birthday = birthdayIn(SAMPLE)
    expect(birthday === undefined ? '' : formatDay(birthday)).toBe('1990-01-01')
  })
  test('no single wrong digit passes', () => {
    fc.assert(fc.property(fc.nat(16), fc.nat(9), (at, digit) => SAMPLE[at] === String(digit) || !checkIdNumber(SAMPLE.slice(0, at) + String(digit) + SAMPLE.slice(at + 1)).ok))
  })
})

describe('numbers of fifteen places, in imports of old files only', () => {
  test('are kept as written, and marked', () => {
    expect(checkImportedIdNumber('500107900101001')).toEqual({ ok: true, value: '500107900101001', warning: '15 位旧身份证号，没有校验位' })
  })
  test('need a real birthday, too', () => {
    expect(checkImportedIdNumber('500107901301001').ok).toBe(false)
  })
  test('those of eighteen places are checked as always', () => {
    expect(checkImportedIdNumber(SAMPLE)).toEqual({ ok: true, value: SAMPLE })
    expect(checkImportedIdNumber('500107199001010017').ok).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatYuan, parseYuan, percentOf, yuan } from './money.ts'

describe('an amount in yuan, as it is written', () => {
  test.each([
    ['3000', '3000.00'],
    ['3000.5', '3000.50'],
    ['3000.50', '3000.50'],
    ['0', '0.00'],
    ['0.01', '0.01'],
    ['999999999999999.99', '999999999999999.99'],
  ])('%s is %s', (written, shown) => {
    const amount = parseYuan(written)
    expect(amount === undefined ? amount : formatYuan(amount)).toBe(shown)
  })
  test.each([
    ['a fraction of a cent', '3000.505'],
    ['an exponent', '3e3'],
    ['a sign', '-1'],
    ['a plus', '+1'],
    ['a space before', ' 3000'],
    ['a space behind', '3000 '],
    ['a line end', '3000\n'],
    ['a comma', '3,000'],
    ['a leading zero', '03000'],
    ['no digit after the point', '3000.'],
    ['no digit before it', '.5'],
    ['full-width digits', '３０００'],
    ['the currency', '¥3000'],
    ['hexadecimal', '0x10'],
    ['more than anybody has', '1000000000000000'],
    ['nothing', ''],
  ])('%s is refused: %j', (_, written) => {
    expect(parseYuan(written)).toBeUndefined()
  })
  test('what is shown can be read again, to the cent', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const written = `${whole}.${String(cents).padStart(2, '0')}`
      const amount = parseYuan(written)
      return amount === BigInt(whole) * 100n + BigInt(cents) && formatYuan(amount) === written
    }))
  })
  test('half a yuan in a program is a fault', () => {
    expect(() => yuan(0.5)).toThrow(RangeError)
  })
})

describe('a share of an amount, half a cent upward', () => {
  const cents = (amount: string) => parseYuan(amount) ?? expect.unreachable(amount)
  test.each([
    ['five percent', '10000', 5, 100, '500.00'],
    ['two percent of an odd amount', '123.45', 2, 100, '2.47'],
    ['exactly half a cent goes up', '0.50', 1, 100, '0.01'],
    ['less than half goes down', '0.49', 1, 100, '0.00'],
    ['three times', '1200.10', 3, 1, '3600.30'],
    ['nothing of it', '1200', 0, 100, '0.00'],
    ['of nothing', '0', 3, 100, '0.00'],
  ])('%s of %s: %i/%i is %s', (_, amount, numerator, denominator, share) => {
    expect(formatYuan(percentOf(cents(amount), numerator, denominator))).toBe(share)
  })
  test.each([
    ['of less than nothing', -1, 100],
    ['nothing as the whole', 1, 0],
    ['half a percent in tenths written as a fraction', 0.5, 100],
  ])('%s is a fault', (_, numerator, denominator) => {
    expect(() => percentOf(yuan(1), numerator, denominator)).toThrow(RangeError)
  })
  test('is never more than half a cent away', () => {
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (whole, numerator, denominator) => {
      const away = 2n * (percentOf(yuan(whole), numerator, denominator) * BigInt(denominator) - yuan(whole) * BigInt(numerator))
      return away <= BigInt(denominator) && away > -BigInt(denominator)
    }))
  })
})

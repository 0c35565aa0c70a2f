import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPaymentCode, writePaymentCode } from './payment-code.ts'

const codes = fc.record({ prefix: fc.stringMatching(/^\d{6}$/), year: fc.integer({ min: 2000, max: 2100 }), serial: fc.integer({ min: 1, max: 999_999_999 }) }).map(writePaymentCode)

describe('缴款码 · our own form, checked by ISO/IEC 7064 MOD 11,10', () => {
  test('the first code of a year, its last digit worked out by hand', () => {
    expect(writePaymentCode({ prefix: '500999', year: 2021, serial: 1 })).toBe('50099920210000000013')
    expect(checkPaymentCode('50099920210000000010')).toEqual({ ok: false, because: expect.stringContaining('校验位') })
  })
  test('what is written is read; spaces do no harm', () => {
    fc.assert(fc.property(codes, (code) => {
      expect(checkPaymentCode(code.replace(/(\d{4})/g, '$1 '))).toEqual({ ok: true, value: code })
    }))
  })
  test('every single wrong digit is found', () => {
    fc.assert(fc.property(codes, fc.nat(19), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1)
      expect(checkPaymentCode(wrong).ok).toBe(false)
    }))
  })
  test.each([
    ['letters', '5009992021000000001A', '只含数字'],
    ['too short', '500999', '20 位'],
    ['nothing', '', '只含数字'],
  ])('%s', (_, code, words) => {
    expect(checkPaymentCode(code)).toEqual({ ok: false, because: expect.stringContaining(words) })
  })
  test.each([['a short prefix', { prefix: '5009', year: 2021, serial: 1 }], ['more than nine places', { prefix: '500999', year: 2021, serial: 1_000_000_000 }]])('%s cannot be written', (_, parts) => {
    expect(() => writePaymentCode(parts)).toThrow(RangeError)
  })
})

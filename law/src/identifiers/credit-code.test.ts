import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from './credit-code.ts'

const REAL = ['11500000MB1315207D', '11420000MB15291767', '11230500001755309F', '91350100M000100Y43', '914403001922038216']

describe('GB 32100-2015 · 统一社会信用代码', () => {
  test.each(REAL)('%s is one', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code })
  })
  test.each([
    ['a place too few', '91440300192203821', '18 位'],
    ['a place too many', '9144030019220382160', '18 位'],
    ['the letter O', '91440300192203821O', '不含 I、O、S、V、Z'],
    ['a small letter', '11500000mb1315207d', '大写字母'],
    ['a wrong check', '914403001922038217', '校验位不符'],
    ['nothing', '', '18 位'],
  ])('%s is refused', (_, code, because) => {
    const answer = checkCreditCode(code)
    expect(answer.ok ? '' : answer.because).toContain(because)
  })
  test('an old temporary code fails the check inside: warned, not refused', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const body = '91500107MA5U00000'
    const code = [...alphabet].map((check) => body + check).find((whole) => checkCreditCode(whole).ok) ?? ''
    expect(checkCreditCode(code)).toMatchObject({ ok: true, warning: expect.stringContaining('第 9 至 17 位') })
  })
  test('no single wrong place passes', () => {
    const place = fc.tuple(fc.constantFrom(...REAL), fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'))
    fc.assert(fc.property(place, ([code, at, letter]) => code[at] === letter || !checkCreditCode(code.slice(0, at) + letter + code.slice(at + 1)).ok))
  })
})

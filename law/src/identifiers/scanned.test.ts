import { describe, expect, test } from 'vitest'
import { day, formatDay } from '../day.ts'
import { idFactsOf } from './id-facts.ts'
import { checkIdNumber } from './id-number.ts'
import { plateColoursOf, scannedIn } from './scanned.ts'

const CODE = '914403001922038216'
const ID = '500107199001010016'

describe('营业执照二维码 · what a scanned code says', () => {
  test.each([
    ['the code alone', CODE, { kind: 'credit', code: CODE }],
    ['words with the name', `统一社会信用代码：${CODE}；名称：示例建筑工程有限公司；法定代表人：某某`, { kind: 'credit', code: CODE, name: '示例建筑工程有限公司' }],
    ['an address with the code in it', `http://www.gsxt.gov.cn/index.html?uniscid=${CODE}`, { kind: 'credit', code: CODE }],
    ['an address with the name in percent signs', `https://licence.example/?code=${CODE}&名称=${encodeURIComponent('示例公司')}`, { kind: 'credit', code: CODE, name: '示例公司' }],
    ['small letters', '11500000mb1315207d', { kind: 'credit', code: '11500000MB1315207D' }],
    ['a code whose check is wrong is none', '914403001922038217', { kind: 'unknown', text: '914403001922038217' }],
    ['an officer’s card', 'https://chengguan.example/public/officers/%E7%A4%BA%E4%BE%8B1001', { kind: 'officer', number: '示例1001' }],
    ['an identity number', ID, { kind: 'id', number: ID }],
    ['something else', 'https://example.com/menu', { kind: 'unknown', text: 'https://example.com/menu' }],
    ['percent signs that stand for nothing', '%E7%', { kind: 'unknown', text: '%E7%' }],
    ['nothing', '', { kind: 'unknown', text: '' }],
  ])('%s', (_, text, scanned) => expect(scannedIn(text)).toEqual(scanned))
})

describe('GB 11643 · what an identity number tells', () => {
  const facts = (on: string, number = ID) => {
    const found = idFactsOf(number, day(on))
    return found === undefined ? undefined : { ...found, birthday: formatDay(found.birthday) }
  }
  test('birthday, sex, where it was first given', () => expect(facts('2021-08-10')).toEqual({ birthday: '1990-01-01', age: 31, sex: '男', region: '重庆市九龙坡区' }))
  test.each([
    ['the day before the birthday', '2007-12-31', 17],
    ['on the birthday', '2008-01-01', 18],
  ])('%s', (_, on, age) => expect(facts(on)?.age).toBe(age))
  test('a district whose code is of an older list is named by its province only', () => {
    const old = '0123456789X'.split('').map((check) => `51230119650714003${check}`).find((one) => checkIdNumber(one).ok)
    expect(facts('2021-08-10', old)).toMatchObject({ region: '四川省', age: 56 })
  })
  test('a number that fails its check tells nothing', () => expect(facts('2021-08-10', '500107199001010017')).toBeUndefined())
})

describe('GA 36 · the colours in which a plate exists', () => {
  test.each([
    ['渝AD12345', ['green']],
    ['渝A12345D', ['yellowGreen']],
    ['渝A1234挂', ['yellow']],
    ['渝a·12 3b4', ['blue', 'yellow', 'white', 'black']],
  ])('%s', (written, colours) => expect(plateColoursOf(written)).toMatchObject({ ok: true, colours }))
  test('what is no plate says why', () => expect(plateColoursOf('渝A1234')).toMatchObject({ ok: false, because: expect.stringContaining('格式不符') }))
})

import { describe, expect, test } from 'vitest'
import { readCode } from './read-code.tsx'

const TODAY = '2021-08-10'

describe('what a number tells while it is typed (即时校验)', () => {
  test.each([
    ['nothing typed', 'idNumber', '', undefined],
    ['half of it', 'idNumber', '5001071990', { ok: true, says: '已输入 10 位，共 18 位' }],
    ['whole', 'idNumber', '500107199001010016', { ok: true, says: '1990-01-01 出生，31 周岁，男，重庆市九龙坡区' }],
    ['one digit wrong', 'idNumber', '500107199001010017', { ok: false, says: '居民身份证号校验位不符，请核对每一位' }],
    ['born tomorrow', 'idNumber', '500107202108110012', { ok: false, says: expect.stringMatching(/晚于今天|校验位不符/) }],
    ['a credit code', 'creditCode', '914403001922038216', { ok: true, says: '校验位正确' }],
    ['in small letters', 'creditCode', '11500000mb1315207d', { ok: true, says: '校验位正确' }],
    ['its check wrong', 'creditCode', '914403001922038217', { ok: false, says: '统一社会信用代码校验位不符，请核对每一位' }],
    ['a new-energy plate', 'plate', '渝AD12345', { ok: true, says: '号牌格式正确，可能是渐变绿色号牌' }],
    ['a plate with the letter O', 'plate', '渝AO1234', { ok: false, says: expect.stringContaining('不使用字母 I 和 O') }],
    ['half a plate', 'plate', '渝A12', { ok: true, says: '已输入 4 位' }],
  ] as const)('%s', (_, kind, written, read) => expect(readCode(kind, written, TODAY)).toEqual(read))
})

import { describe, expect, test } from 'vitest'
import { checkPlate } from './plate.ts'

describe('GA 36 · 机动车号牌', () => {
  test.each([
    ['a muck truck', '渝DC6123', 'yellow', '渝DC6123'],
    ['the same number in blue is another plate', '渝DC6123', 'blue', '渝DC6123'],
    ['a trailer', '渝A1234挂', 'yellow', '渝A1234挂'],
    ['a small new-energy car', '渝AD12345', 'green', '渝AD12345'],
    ['with a letter in the fourth place', '渝AFA2345', 'green', '渝AFA2345'],
    ['a large new-energy truck', '渝A12345D', 'yellowGreen', '渝A12345D'],
    ['with dot, space and small letters', '渝a·12 3b4', 'blue', '渝A123B4'],
  ] as const)('%s', (_, written, colour, number) => {
    expect(checkPlate(written, colour)).toEqual({ ok: true, value: { number, colour } })
  })
  test.each([
    ['a place too few', '渝A1234', 'blue', '格式不符'],
    ['no such province', '国A12345', 'blue', '格式不符'],
    ['the letter O for a nought', '渝A1O345', 'blue', 'I 和 O'],
    ['the letter I for a one', '渝I12345', 'blue', 'I 和 O'],
    ['a new-energy number on a blue plate', '渝AD12345', 'blue', '渐变绿色'],
    ['a large new-energy number on a green plate', '渝A12345D', 'green', '黄绿双拼色'],
    ['an ordinary number on a green plate', '渝A12345', 'green', '8 位'],
    ['a trailer in blue', '渝A1234挂', 'blue', '黄色'],
    ['a police car in blue', '渝A1234警', 'blue', '白色'],
    ['no new-energy letter in third place', '渝AZ12345', 'green', '格式不符'],
    ['nothing', '', 'blue', '格式不符'],
  ] as const)('%s is refused', (_, written, colour, because) => {
    const answer = checkPlate(written, colour)
    expect(answer.ok ? '' : answer.because).toContain(because)
  })
})

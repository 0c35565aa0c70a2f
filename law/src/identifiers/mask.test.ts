import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskAddress, maskIdNumber, maskName, maskPhone, maskPlate } from './mask.ts'

describe('个人信息保护法第五十一条 · what is shown of a person', () => {
  test.each([
    ['王小明', '王某', '王*'],
    ['王明', '王某', '王*'],
    ['欧阳娜娜', '欧阳某', '欧阳*'],
    ['欧阳', '欧某', '欧*'],
    ['𠮷野家', '𠮷某', '𠮷*'],
    ['', '某', '*'],
  ])('name %s: %s, in a list %s', (name, word, star) => {
    expect([maskName(name), maskName(name, 'star')]).toEqual([word, star])
  })
  test.each([
    ['500107199001010016', '500107********0016'],
    ['500107900101001', '500107******001'],
    ['12345', '*****'],
    ['', ''],
  ])('identity number %s: %s', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown)
  })
  test.each([
    ['13812340016', '138****0016'],
    ['023-68781234', '023-6878****'],
    ['68781234', '6878****'],
    ['110', '***'],
    ['', ''],
  ])('telephone %s: %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown)
  })
  test('plate 渝DC6123: 渝DC6XXX', () => {
    expect(maskPlate('渝DC6123')).toBe('渝DC6XXX')
  })
  test.each([
    ['to the road', '重庆市九龙坡区杨家坪街道西郊路12号3栋5-2', '重庆市九龙坡区杨家坪街道西郊路'],
    ['an avenue', '重庆市九龙坡区科城大道66号', '重庆市九龙坡区科城大道'],
    ['an old street', '重庆市渝中区磁器街8号', '重庆市渝中区磁器街'],
    ['no road: the town', '重庆市九龙坡区陶家镇友爱村3社15号', '重庆市九龙坡区陶家镇'],
    ['nothing but a district', '九龙坡区某小区5栋1单元', '九龙坡区'],
    ['no level at all', '5栋1单元301', '*'],
  ])('address, %s', (_, address, shown) => {
    expect(maskAddress(address)).toBe(shown)
  })
  test('no house number behind a road is ever shown', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (house) => !maskAddress(`重庆市九龙坡区西郊路${house}号`).includes(String(house))))
  })
})

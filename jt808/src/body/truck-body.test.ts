import { describe, expect, test } from 'vitest'
import { readerOf } from '../bytes/reader.ts'
import type { Location } from '../location/location.ts'
import { readLocation } from '../location/read-location.ts'
import { bodyOf, mappingFaults, STANDARD_BODY, type BodyMapping } from './truck-body.ts'

const text = { decode: () => '', encode: () => undefined }
/** A report with this status word and these items after it. */
function report(status: string, items: string): Location {
  const bytes = Uint8Array.from(Buffer.from(`00000000${status}01d9f53c065b1f34006401f4005a210301120000${items}`, 'hex'))
  const from = readerOf(bytes, 2013, text)
  const location = readLocation(from)
  expect(from.fault).toBeUndefined()
  return location
}
/** A sheet as a maker might give it: one byte for cover and lift in item 0xE4 of two bytes, the seal on an input. */
const SHEET: BodyMapping = {
  name: '某厂 2021 版',
  states: {
    cover: { in: { item: 0xe4, byte: 0, length: 2 }, bit: 0, bits: 2, means: { 0: 'closed', 1: 'open', 2: 'partly-open' } },
    lift: { in: { item: 0xe4, byte: 1, length: 2 }, bit: 7, bits: 1, means: { 0: 'down', 1: 'raised' } },
    sealed: { in: 'inputs', bit: 2, bits: 1, means: { 0: 'unsealed', 1: 'sealed' } },
  },
}

describe('JT/T 808 消息 0x0200 状态位 8、9 · the load', () => {
  test.each([['空车', '00000003', { load: 'empty' }], ['半载', '00000103', { load: 'half' }], ['满载', '00000303', { load: 'full' }], ['保留', '00000203', {}]])('%s', (_, status, expected) =>
    expect(bodyOf(report(status, ''), STANDARD_BODY)).toEqual(expected))
})

describe('items of a maker are read by the sheet that the bureau entered', () => {
  test.each([
    ['cover open, raised, sealed', 'e40201802a020004', { cover: 'open', lift: 'raised', sealed: 'sealed' }],
    ['cover closed, down, seal broken', 'e40200002a020000', { cover: 'closed', lift: 'down', sealed: 'unsealed' }],
    ['a value that the sheet does not have is unknown', 'e4020380', { lift: 'raised' }],
    ['an item of another length is another item', 'e403000000', {}],
    ['without the items nothing is known, and nothing is taken to be in order', '', {}],
  ])('%s', (_, items, expected) => expect(bodyOf(report('00000003', items), SHEET)).toEqual(expected))
})

describe('a sheet that cannot be right is refused in words', () => {
  test('the one above can be used, and so can the standard', () => expect([mappingFaults(SHEET), mappingFaults(STANDARD_BODY)]).toEqual([[], []]))
  test.each<[string, BodyMapping, readonly string[]]>([
    ['no name', { name: ' ', states: {} }, ['没有名称']],
    ['a byte behind the end', { name: '甲', states: { lift: { in: { item: 0xe4, byte: 2, length: 2 }, bit: 0, bits: 1, means: { 0: 'down' } } } }, ['举升：字节序号超出附加信息的长度']],
    ['a bit behind the end', { name: '甲', states: { lift: { in: 'inputs', bit: 16, bits: 1, means: { 0: 'down' } } } }, ['举升：起始位和位数超出 16 位']],
    ['no meanings', { name: '甲', states: { cover: { in: 'status', bit: 0, bits: 1, means: {} } } }, ['顶盖：没有写明各个值的含义']],
    ['a value that two bits do not have', { name: '甲', states: { load: { in: 'status', bit: 8, bits: 2, means: { 4: 'full' } } } }, ['载重：有的值超出位数能够表示的范围']],
    ['an id that there is not', { name: '甲', states: { sealed: { in: { item: 0, byte: 0, length: 1 }, bit: 0, bits: 1, means: { 0: 'sealed' } } } }, ['密闭：附加信息 ID 应为 1 至 255']],
  ])('%s', (_, mapping, faults) => expect(mappingFaults(mapping)).toEqual(faults))
})

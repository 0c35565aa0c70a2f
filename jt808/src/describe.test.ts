import { describe, expect, test } from 'vitest'
import { describeValue, labelOf } from './describe.ts'
import { MESSAGES, type MessageName } from './messages/catalogue.ts'

const said = (name: MessageName, value: unknown) => describeValue(MESSAGES[name].layout.form, value, 2019).map(({ depth, label, says }) => `${'  '.repeat(depth)}${label}：${says}`)
const AT = Date.UTC(2021, 2, 1, 0, 30)

describe('a message in Chinese, field by field', () => {
  test('numbers with what they mean, and with unknown ones as they are', () => {
    expect(said('platformAnswer', { serial: 10, messageId: 512, result: 3 })).toEqual(['应答流水号：10', '应答消息 ID：512', '结果：3（不支持）'])
    expect(said('platformAnswer', { serial: 10, messageId: 512, result: 9 }).at(-1)).toBe('结果：9（未定义）')
  })
  test('bits by their names, the highest too', () => {
    expect(said('location', { alarms: 0x8000_0001, status: 0 })).toEqual(['报警标志：0x80000001（紧急报警、非法开门）', '状态：0x00000000（无）'])
  })
  test('units as people read them, times in Beijing time', () => {
    expect(said('location', { latitudeE6: 29_494_564, speedTenthsKmh: 605, altitudeM: 250, atMs: AT })).toEqual(['纬度：29.494564 度', '高程：250 米', '速度：60.5 公里/小时', '时间：2021-03-01 08:30:00（北京时间）'])
  })
  test('what is not there is left out, and lists say where each entry begins', () => {
    expect(said('circlesRemoval', { ids: [7, 9] })).toEqual(['区域 ID（没有即为全部）：', '  第 1 项：7', '  第 2 项：9'])
    expect(said('circlesRemoval', { ids: [] })).toEqual(['区域 ID（没有即为全部）：无'])
  })
  test('parameters by the name of their id', () => {
    expect(said('parametersSetting', { parameters: [{ id: 1, value: 30 }, { id: 0x13, value: '10.0.0.1' }, { id: 0xf000, value: Uint8Array.of(1, 2) }] })).toEqual(['参数项：', '  心跳发送间隔（0x0001）：30 秒', '  主服务器地址（0x0013）：10.0.0.1', '  未知项（0xf000）：0102'])
  })
  test('sixty-four flags and empty texts', () => {
    expect(said('recordingsQuery', { alarms: 1n << 63n })).toEqual(['报警标志：0x8000000000000000'])
    expect(said('passedUp', { type: 0x41, data: new Uint8Array() })).toEqual(['透传消息类型：65（串口 1 透传）', '透传消息内容：空'])
  })
})

describe('the place of a fault in Chinese', () => {
  test.each<[MessageName, string, string]>([
    ['circles', 'areas.1.name', '区域项 · 第 2 项 · 区域名称'],
    ['registration', 'maker', '制造商 ID'],
    ['locationAnswer', 'location', '位置信息汇报'],
    ['attachments', 'identity.atMs', '报警标识号 · 时间'],
    ['heartbeat', 'nowhere', 'nowhere'],
  ])('%s: %s', (name, place, words) => expect(labelOf(MESSAGES[name].layout.form, place, 2019)).toBe(words))
})

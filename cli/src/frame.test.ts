import { describe, expect, test } from 'vitest'
import { readFrames } from './frame.ts'

/** Body and head in hexadecimal as a whole frame: checksum, escapes, delimiters. */
function closed(plain: string): string {
  const bytes = Buffer.from(plain.replaceAll(' ', ''), 'hex')
  const summed = [...bytes, bytes.reduce((sum, byte) => sum ^ byte, 0)]
  return ['7e', ...summed.map((byte) => (byte === 0x7e ? '7d02' : byte === 0x7d ? '7d01' : byte.toString(16).padStart(2, '0'))), '7e'].join('')
}
function asked(hex: string, before2019 = '2013'): { readonly code: number; readonly said: string } {
  const lines: string[] = []
  const code = readFrames({ hex, before2019 }, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}
const LOCATION = '00000002 00000303 01c20d24 06576b30 00fa 0258 005a 210301083000'
const HEARTBEAT = closed('0002 0000 013800138000 000a')

describe('npx zhunsheng frame · what a truck’s terminal says', () => {
  test('a location report, field by field with units', () => {
    const { code, said } = asked(closed(`0200 0022 013800138000 000b ${LOCATION} 0104 00000064`))
    expect(code).toBe(0)
    for (const line of ['位置信息汇报（0x0200），2019 年以前的版本，终端 13800138000，流水号 11', '报警标志：0x00000002（超速报警）', '纬度：29.494564 度', '速度：60.0 公里/小时', '时间：2021-03-01 08:30:00（北京时间）', '里程：10.0 公里']) expect(said).toContain(line)
  })
  test('Chinese texts are read as GBK', () => expect(asked(closed(`0100 002d 013800138000 000c 0032 0107 ${'41'.repeat(5)} ${'42'.repeat(20)} ${'43'.repeat(7)} 02 d3e5413132333435`)).said).toContain('车辆标识：渝A12345'))
  test('a message that the catalogue lacks is shown as bytes', () => expect(asked(closed('5501 0002 013800138000 000c abcd'))).toEqual({ code: 0, said: expect.stringMatching(/未收录的消息（0x5501）[^]*内容：abcd/) }))
  test('several frames in a row, and spaces and line ends between bytes', () => expect(asked(`${HEARTBEAT}\n${HEARTBEAT.replaceAll(/../g, '$& ')}`).said).toMatch(/第 1 段：终端心跳[^]*第 2 段：终端心跳/))
  test('a registration is of 2011 where it is that short', () => expect(asked(closed(`0100 0021 013800138000 000c 0032 0107 ${'41'.repeat(5)} ${'42'.repeat(8)} ${'43'.repeat(7)} 02 d3e5413132333435`)).said).toContain('终端型号：BBBBBBBB'))
  test('parts are put together', () => {
    const [first, second] = [closed('0801 2005 013800138000 0001 0002 0001 0000000100'), closed('0801 2004 013800138000 0002 0002 0002 00000101')]
    expect(asked(first)).toEqual({ code: 0, said: expect.stringContaining('须与其余分包合并后才能解析') })
    expect(asked(first + second, '2011').said).toMatch(/分包 2\/2[^]*多媒体 ID：1/)
  })
  test('an encrypted body is not read as if it were plain', () => expect(asked(closed('0001 0405 013800138000 000b 0001020000'))).toEqual({ code: 0, said: expect.stringContaining('消息体已加密，不能解析') }))
  test.each([
    ['a wrong checksum', HEARTBEAT.replace('000a', '000b'), 1, '校验码不符'],
    ['a frame without its end', HEARTBEAT.slice(0, -2), 1, '帧不完整'],
    ['bytes before a frame', `aabb${HEARTBEAT}`, 1, '不属于任何一帧'],
    ['a time that there is not', closed(`0200 001c 013800138000 000b ${LOCATION.replace('210301', '210230')}`), 1, '第 23 个字节处不是真实存在的时间'],
    ['a body that ends too early', closed('8100 0002 013800138000 000b 0001'), 1, '结果，第 3 个字节处消息体在此处提前结束'],
    ['one report of a batch that is wrong', closed(`0704 003f 013800138000 000b 0002 01 001c ${LOCATION} 001c ${LOCATION.replace('210301', '210001')}`), 1, '第 2 项汇报有误：不是真实存在的时间'],
    ['bytes that no field asks for', closed('0001 0007 013800138000 000b 0001 0200 00 abcd'), 0, '另有 2 个字节没有对应的字段'],
    ['no hexadecimal', '7e00zz', 2, '十六进制'],
    ['half a byte', '7e0', 2, '十六进制'],
    ['nothing', '', 2, '十六进制'],
  ])('%s', (_, hex, code, words) => expect(asked(hex)).toEqual({ code, said: expect.stringContaining(words) }))
  test('an edition that there is not', () => expect(asked(HEARTBEAT, '2012')).toEqual({ code: 2, said: expect.stringContaining('「2012」不是版本') }))
})

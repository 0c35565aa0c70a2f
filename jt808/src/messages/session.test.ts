import { describe, expect, test } from 'vitest'
import { gbkText } from '../bytes/text.ts'
import { decodeMessage, encodeMessage } from '../message.ts'
import type { Version } from '../version.ts'

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const decode = (id: number, hex: string, version: Version) => decodeMessage(id, bytesOf(hex), { version, text })

const PLATE = 'd3e5413132333435'
const field = (letters: string, length: number): string => Buffer.from(letters).toString('hex').padEnd(length * 2, '0')
const VEHICLE = { province: 50, city: 107, maker: '70123', model: 'TX-1', terminalId: 'A000001', plateColour: 2, plate: '渝A12345' }
const REGISTRATIONS: readonly (readonly [Version, string])[] = [
  [2011, `0032 006b ${field('70123', 5)} ${field('TX-1', 8)} ${field('A000001', 7)} 02 ${PLATE}`],
  [2013, `0032 006b ${field('70123', 5)} ${field('TX-1', 20)} ${field('A000001', 7)} 02 ${PLATE}`],
  [2019, `0032 006b ${field('70123', 11)} ${field('TX-1', 30)} ${field('A000001', 30)} 02 ${PLATE}`],
]

describe('JT/T 808 消息 0x0100 · registration, whose three editions differ', () => {
  test.each(REGISTRATIONS)('of %i', (version, hex) => {
    expect(decode(0x0100, hex, version)).toEqual({ ok: true, version, unread: 0, message: { name: 'registration', body: VEHICLE } })
    expect(encodeMessage('registration', VEHICLE, { version, text })).toEqual({ ok: true, id: 0x0100, body: bytesOf(hex) })
  })
  test('2011 and 2013 are told apart by the length, whichever of the two was supposed', () => {
    expect(REGISTRATIONS.slice(0, 2).map(([, hex]) => [decode(0x0100, hex, 2011).version, decode(0x0100, hex, 2013).version])).toEqual([[2011, 2011], [2013, 2013]])
  })
  test('a vehicle of 2011 without a plate gives its VIN, which is as long as the difference', () => {
    const vin = Buffer.from('LZGCL2M48BX000001').toString('hex')
    expect(decode(0x0100, `0032 006b ${field('70123', 5)} ${field('TX-1', 8)} ${field('A000001', 7)} 00 ${vin}`, 2013)).toMatchObject({ version: 2011, message: { body: { plateColour: 0, plate: 'LZGCL2M48BX000001' } } })
  })
  test('zeros in front of a text are padding too', () => expect(decode(0x0100, `0032 006b ${'00'.repeat(6)}3730313233 ${field('', 30)} ${field('', 30)} 01`, 2019)).toMatchObject({ message: { body: { maker: '70123', model: '', plate: '' } } }))
})

describe('JT/T 808 消息 0x8100 · the answer has a code only where the terminal is registered', () => {
  test.each([['with', '0001 00 61626364', { serial: 1, result: 0, code: 'abcd' }], ['without', '0001 02', { serial: 1, result: 2 }]])('%s', (_, hex, body) => {
    expect(decode(0x8100, hex, 2013)).toMatchObject({ ok: true, unread: 0, message: { body } })
    expect(encodeMessage('registrationAnswer', body, { version: 2013, text })).toMatchObject({ ok: true, body: bytesOf(hex) })
  })
  test('a refusal with a code cannot be written, nor a success without', () => {
    expect(encodeMessage('registrationAnswer', { serial: 1, result: 2, code: 'a' }, { version: 2013, text })).toMatchObject({ ok: false, fault: { code: 'unexpected', field: 'code' } })
    expect(encodeMessage('registrationAnswer', { serial: 1, result: 0 }, { version: 2013, text })).toMatchObject({ ok: false, fault: { code: 'missing', field: 'code' } })
  })
})

describe('JT/T 808 消息 0x0102 · authentication', () => {
  test('before 2019 the code is all there is', () => expect(decode(0x0102, '61626364', 2013)).toMatchObject({ ok: true, message: { body: { code: 'abcd' } } }))
  test('in 2019 IMEI and version follow', () =>
    expect(decode(0x0102, `04 61626364 ${field('123456789012345', 15)} ${field('V1.2', 20)}`, 2019)).toMatchObject({ ok: true, unread: 0, message: { body: { code: 'abcd', imei: '123456789012345', softwareVersion: 'V1.2' } } }))
  test('a code that says to be longer than the body is refused', () => expect(decode(0x0102, '09 6162', 2019)).toMatchObject({ ok: false, fault: { code: 'too-short', field: 'code', at: 1 } }))
})

describe('JT/T 808 消息 0x0001、0x8001、0x0002、0x0003 · answers, heartbeat and farewell', () => {
  test.each([[0x0001, 'terminalAnswer'], [0x8001, 'platformAnswer']])('an answer says to which message and with which result', (id, name) =>
    expect(decode(id, '000a 0200 03', 2019)).toEqual({ ok: true, version: 2019, unread: 0, message: { name, body: { serial: 10, messageId: 0x0200, result: 3 } } }))
  test.each([[0x0002, 'heartbeat'], [0x0003, 'logout']])('they have no body', (id, name) => expect(decode(id, '', 2013)).toMatchObject({ ok: true, message: { name, body: {} } }))
  test('bytes that no field asks for are counted and spoil nothing', () => expect(decode(0x0002, 'abcd', 2013)).toMatchObject({ ok: true, unread: 2 }))
  test('an id that the catalogue does not have keeps its bytes', () => expect(decode(0x5501, 'abcd', 2013)).toEqual({ ok: true, version: 2013, unread: 0, message: { name: 'unknown', body: bytesOf('abcd') } }))
})

describe('JT/T 808 消息 0x8003、0x0005 · parts to be sent again', () => {
  test('their number has one byte before 2019 and two from then on', () => {
    for (const [version, hex] of [[2013, '000a 02 0003 0005'], [2019, '000a 0002 0003 0005']] as const) {
      expect(decode(0x8003, hex, version)).toMatchObject({ ok: true, unread: 0, message: { body: { serial: 10, indexes: [3, 5] } } })
      expect(encodeMessage('platformMissingParts', { serial: 10, indexes: [3, 5] }, { version, text })).toMatchObject({ ok: true, body: bytesOf(hex) })
    }
  })
  test('more than the number can say cannot be written', () => expect(encodeMessage('platformMissingParts', { serial: 10, indexes: Array.from({ length: 256 }, (_, index) => index) }, { version: 2013, text })).toMatchObject({ ok: false, fault: { code: 'out-of-range', field: 'indexes' } }))
  test('a number greater than the list is refused where the list ends', () => expect(decode(0x8003, '000a 03 0003 0005', 2013)).toMatchObject({ ok: false, fault: { code: 'too-short', field: 'indexes.2', at: 7 } }))
})

describe('texts to a terminal that cannot be written are told, as a person typed them', () => {
  test.each([['a picture', '前方🚧'], ['another script', '가']])('%s', (_, words) => expect(encodeMessage('text', { flags: 1, type: 1, text: words }, { version: 2019, text })).toMatchObject({ ok: false, fault: { code: 'not-in-gbk', field: 'text' } }))
  test('the type of a text is of 2019', () => {
    expect(encodeMessage('text', { flags: 1, text: '请覆盖顶盖' }, { version: 2013, text })).toMatchObject({ ok: true, body: bytesOf('01 c7ebb8b2b8c7b6a5b8c7') })
    expect(encodeMessage('text', { flags: 1, type: 1, text: '请覆盖顶盖' }, { version: 2013, text })).toMatchObject({ ok: false, fault: { code: 'unexpected', field: 'type' } })
  })
})

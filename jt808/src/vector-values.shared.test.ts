import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gbkText } from './bytes/text.ts'
import { readDatagram } from './frame/frame-reader.ts'
import { versionOf } from './frame/header.ts'
import { decodeMessage } from './message.ts'
import { MESSAGES, type MessageName } from './messages/catalogue.ts'
import { readSafetyAlarm, type ReadAlarm } from './safety/alarm.ts'
import type { Version } from './version.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VECTORS = resolve(PROJECT, process.env.ZS_SHARED ?? '../shared', 'trucks/vectors.jsonl')
const lines: readonly { readonly id: number; readonly hex: string }[] = readFileSync(VECTORS, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
const hexOf = new Map(lines.map(({ id, hex }) => [id, hex]))
const bytesOf = (id: number): Uint8Array => Uint8Array.from(Buffer.from(hexOf.get(id) ?? '', 'hex'))
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))

const decoder = new TextDecoder('gbk')
const text = gbkText((all) => decoder.decode(all))
const at = (beijing: string): number => Date.parse(`${beijing.replace(' ', 'T')}+08:00`)

/** Where and when the suite of SmallChi/JT808 is, nearly always. */
const PLACE = { alarms: 1, status: 2, latitudeE6: 12_222_222, longitudeE6: 132_444_444, altitudeM: 40, speedTenthsKmh: 60, courseDegrees: 0 }
const IDENTITY = { terminalId: '4444444', atMs: at('2019-12-10 18:31:00'), sequence: 3, files: 2 }
const ALARM = { id: 1, state: 12, altitudeM: 7, latitudeE6: 13, longitudeE6: 14, speedKmh: 17, vehicle: 19, atMs: at('2019-12-11 18:31:00'), identity: IDENTITY }

/** What is asserted of whole frames: head and body. */
const FRAMES: readonly (readonly [id: number, header: object, name: MessageName, body: object])[] = [
  [64, { phone: '123456789', serial: 10 }, 'parametersSetting', {}],
  [121, { phone: '12345678900', serial: 1 }, 'control', { command: 5 }],
  [137, { is2019: true }, 'text', { flags: 5, type: 1, text: 'smallchi 518' }],
  [145, { phone: '112233445566', serial: 8888, encryption: 0 }, 'location', { ...PLACE, atMs: at('2018-07-15 10:10:10'), mileageTenthsKm: 100, fuelTenthsL: 55 }],
  [197, { phone: '123456789', serial: 10 }, 'parametersSetting', { parameters: [{ id: 1, value: 10 }] }],
  [200, {}, 'parametersSetting', { parameters: [{ id: 0x110, value: bytes('ffffffffffffffff') }] }],
  [205, { serial: 1203 }, 'terminalAnswer', { serial: 1000, messageId: 2, result: 0 }],
  [214, { phone: '112233445566', serial: 8888 }, 'attributes', { type: 5, maker: '10601', model: '10455545955103', terminalId: '4d6a13', iccid: bytes('12345678901234567890'), hardwareVersion: 'abcdefg', firmwareVersion: 'poiuytrewq', gnss: 7, communication: 9 }],
  [220, {}, 'locationAnswer', { serial: 12_345, location: { ...PLACE, atMs: at('2018-07-15 10:10:10'), mileageTenthsKm: 100, fuelTenthsL: 55 } }],
  [223, {}, 'mediaAnswer', { mediaId: 129, missing: [] }],
  [236, { phone: '12345678900', serial: 10 }, 'registrationAnswer', { serial: 100, result: 0, code: 'zssdaf23124sfdsc' }],
  [251, { phone: '123456789', serial: 10 }, 'parameters', { serial: 20, parameters: [{ id: 1, value: 10 }] }],
  [253, { phone: '40524580395', serial: 0x03d8 }, 'parameters', { serial: 2 }],
  [286, { phone: '1122334455', serial: 1 }, 'location', { ...PLACE, atMs: at('2021-05-31 18:17:10') }],
  [290, { phone: '1122334455', serial: 1 }, 'location', { ...PLACE, atMs: at('2021-08-30 18:17:10') }],
  [295, { serial: 1203 }, 'terminalAnswer', { serial: 1000, messageId: 2, result: 0 }],
  [297, { phone: '12345678900', serial: 1 }, 'control', { command: 1 }],
  [3, {}, 'locationBatch', { locations: [{ satellites: 14 }] }],
]

/** What is asserted of bodies without a head: message and edition are those of the suite. */
const BODIES: readonly (readonly [id: number, name: MessageName, version: Version, body: object])[] = [
  [66, 'location', 2013, { ...PLACE, atMs: at('2018-07-15 10:10:10'), videoAlarms: 100, channelsLost: 100, channelsCovered: 100, storageFaults: 100, behaviour: { kinds: 100, tiredness: 88 } }],
  [68, 'videoAttributes', 2013, { audioFrame: 1, audioChannels: 2, audioCoding: 3, audioBits: 4, audioRate: 5, audioOut: 1, videoCoding: 6, mostAudio: 7, mostVideo: 8 }],
  [70, 'location', 2013, { ...PLACE, atMs: at('2020-01-31 20:20:20') }],
  [74, 'live', 2013, { host: '127.0.0.1', tcpPort: 1888, udpPort: 0, channel: 1, content: 1, stream: 1 }],
  [77, 'playback', 2013, { host: '127.0.0.1', tcpPort: 80, udpPort: 8080, channel: 1, resource: 2, stream: 7, storage: 5, mode: 6, speed: 3, fromMs: at('2019-07-16 10:10:10'), untilMs: at('2019-07-16 10:10:10') }],
  [79, 'playbackControl', 2013, { channel: 1, command: 3, speed: 2, toMs: at('2019-07-16 10:10:10') }],
  [81, 'attachmentOrder', 2013, { host: '192.168.1.1', tcpPort: 5000, udpPort: 5001, identity: { ...IDENTITY, reserved: bytes('0103') }, alarmNumber: '1'.repeat(32) }],
  [83, 'fileBegins', 2013, { name: 'FileName', type: 2, bytes: 1 }],
  [93, 'attachments', 2013, { terminalId: '4444444', identity: { ...IDENTITY, reserved: bytes('0103') }, alarmNumber: '1'.repeat(32), type: 0, files: [{ name: 'filename', bytes: 9 }, { name: 'filename1', bytes: 10 }] }],
  [122, 'authentication', 2013, { code: '45612' }],
  [124, 'authentication', 2019, { code: '45612', imei: '1234567890abcde', softwareVersion: 'v2.0.0' }],
  [126, 'circlesRemoval', 2013, { ids: [1, 2] }],
  [139, 'mediaFound', 2011, { serial: 12_369, items: [{ type: 0, channel: 123, event: 1, location: { ...PLACE, atMs: at('2018-11-16 20:20:20') } }, { type: 2, channel: 124, event: 0, location: { ...PLACE, atMs: at('2018-11-16 22:22:22') } }] }],
  [141, 'circles', 2013, { setting: 1, areas: [{ id: 1522, attributes: 222, latitudeE6: 123_456_789, longitudeE6: 123_456_789, radiusM: 200, limitKmh: 60, overSeconds: 200 }, { id: 1523, attributes: 0 }, { id: 1524, attributes: 2211, fromMs: at('2018-10-18 00:00:12'), untilMs: at('2018-10-19 00:00:12'), limitKmh: 60 }] }],
  [143, 'location', 2013, { ...PLACE, atMs: at('2018-07-15 10:10:10'), mileageTenthsKm: 100, fuelTenthsL: 55 }],
  [152, 'location', 2013, { latitudeE6: -12_222_222, longitudeE6: 132_444_444, status: 0x1000_0000, speedTenthsKmh: 60, atMs: at('2018-07-15 10:10:10') }],
  [153, 'location', 2013, { latitudeE6: -12_222_222, longitudeE6: 132_444_444, status: 4 }],
  [154, 'location', 2013, { latitudeE6: 12_222_222, longitudeE6: -132_444_444, status: 0x0800_0000 }],
  [155, 'location', 2013, { latitudeE6: 12_222_222, longitudeE6: -132_444_444, status: 0x0800_6601 }],
  [185, 'passedDown', 2013, { type: 0x0b, data: bytes('0000303901') }],
  [189, 'routesRemoval', 2013, { ids: [1, 2, 3, 4] }],
  [192, 'route', 2013, { id: 9999, attributes: 51, fromMs: at('2018-11-20 00:00:12'), untilMs: at('2018-11-21 00:00:12'), turns: [{ id: 1000, stretchId: 1287, latitudeE6: 123_456_789, longitudeE6: 123_456_788, widthM: 56, attributes: 3, mostSeconds: 50, leastSeconds: 123, limitKmh: 69, overSeconds: 23 }, { id: 1001, stretchId: 12_007, widthM: 75, mostSeconds: 58, leastSeconds: 124, limitKmh: 42, overSeconds: 26 }] }],
  [194, 'route', 2019, { id: 9999, name: 'koike518', turns: [{ id: 1000, nightLimitKmh: 80 }, { id: 1001, nightLimitKmh: 66 }] }],
  [198, 'parametersSetting', 2013, { parameters: [{ id: 1, value: 10 }, { id: 0x13, value: 'www.baidu.com' }] }],
  [202, 'media', 2011, { mediaId: 2567, type: 0, format: 0, event: 1, channel: 123, data: bytes('01020304') }],
  [207, 'tracking', 2013, { everySeconds: 69, forSeconds: 123 }],
  [212, 'parametersQuerySome', 2013, { ids: [1, 2] }],
  [226, 'driverCard', 2013, { status: 2, atMs: at('2018-08-16 09:16:16') }],
  [227, 'driverCard', 2013, { status: 1, atMs: at('2018-08-16 09:16:16'), cardResult: 0, name: 'koike', licence: 'qwe123456aaa', issuer: 'qwertx', validUntil: '2018-08-16' }],
  [229, 'driverCard', 2019, { status: 1, atMs: at('2019-12-01 11:11:11'), cardResult: 0, name: 'koike', licence: 'qwe123456aaa', issuer: 'qwertx', validUntil: '2019-12-01', idNumber: '12345678901234567' }],
  [233, 'driverCard', 2011, { name: 'tk1', idNumber: '123456789123456789', licence: 'qwe123456aaa', issuer: 'qwertx' }],
  [248, 'cameraAnswer', 2013, { serial: 12_456, result: 0, mediaIds: [0x3012, 0x3124] }],
]

const ALARMS: readonly (readonly [id: number, alarm: object])[] = [
  [89, { ...ALARM, kind: 'road', dialect: 'guangdong', type: 6, level: 5, frontSpeedKmh: 18, frontDistance: 10, deviation: 11, sign: 16, signValue: 15 }],
  [91, { ...ALARM, kind: 'tyres', dialect: 'guangdong', tyres: [{ position: 4, alarms: 1, pressureKpa: 3, celsius: 5, batteryPercent: 2 }, { position: 9, alarms: 6, pressureKpa: 8, celsius: 10, batteryPercent: 7 }] }],
  [111, { ...ALARM, kind: 'blindSpot', dialect: 'jiangsu', type: 9 }],
  [115, { ...ALARM, kind: 'tyres', dialect: 'jiangsu', tyres: [{ position: 4, alarms: 1, pressureKpa: 3, celsius: 5, batteryPercent: 2 }, { position: 9, alarms: 6, pressureKpa: 8, celsius: 10, batteryPercent: 7 }] }],
]
function alarmsOf(id: number): readonly (ReadAlarm | undefined)[] {
  const decoded = decodeMessage(MESSAGES.location.id, bytesOf(id), { version: 2013, text })
  return decoded.ok && decoded.message.name === 'location' ? decoded.message.body.others.map((item) => readSafetyAlarm(item, text)) : []
}

describe('what the suites of others say of single values', () => {
  test.each(FRAMES)('frame %i', (id, header, name, body) => {
    const heard = readDatagram(bytesOf(id))
    expect(heard).toMatchObject([{ kind: 'frame', header }])
    expect(heard.map((one) => one.kind === 'frame' && decodeMessage(one.header.id, one.body, { version: versionOf(one.header, 2013), text }))).toMatchObject([{ ok: true, message: { name, body } }])
  })
  test.each(BODIES)('body %i: %s in the edition of %i', (id, name, version, body) => {
    expect(decodeMessage(MESSAGES[name].id, bytesOf(id), { version, text })).toMatchObject({ ok: true, message: { name, body } })
  })
  test.each(ALARMS)('safety item of report %i', (id, alarm) => expect(alarmsOf(id)).toMatchObject([{ ok: true, alarm }]))
  // Their lengths say that the items end before the identity does, and one has a byte too many before its time.
  test.each([112, 113])('the cut safety item of report %i is refused', (id) => expect(alarmsOf(id)[0]).toMatchObject({ ok: false }))
})

import { readerOf, type Reader } from '../bytes/reader.ts'
import type { TextCodec } from '../bytes/text.ts'
import { writerOf, written, type Writer } from '../bytes/writer.ts'
import type { Fault } from '../fault.ts'
import { time } from '../layout/bcd.ts'
import type { Layout, ValueOf } from '../layout/layout.ts'
import { counted, reserved } from '../layout/list.ts'
import { coded, flags, measured, u16, u32, u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import type { RawItem } from '../location/location.ts'
import { alarmIdentity, IDENTITY_BYTES, type Dialect } from './identity.ts'
import { BLIND_SPOT_TYPES, DRIVER_TYPES, FLAG_STATES, ROAD_TYPES, TYRE_BITS, VEHICLE_STATE_BITS } from './words.ts'

const head = { id: called('报警 ID', u32), state: called('标志状态', coded(1, FLAG_STATES)) }
const place = {
  speedKmh: called('车速', measured(1, '公里/小时')),
  altitudeM: called('高程', measured(2, '米')),
  latitudeE6: called('纬度', measured(4, '百万分之一度')),
  longitudeE6: called('经度', measured(4, '百万分之一度')),
  atMs: called('日期时间', time),
  vehicle: called('车辆状态', flags(2, VEHICLE_STATE_BITS)),
}
const level = called('报警级别', coded(1, { 1: '一级报警', 2: '二级报警' }))

const BEFORE_TYRE_IDENTITY = 24

/** Both layouts are made once: alarms come often. */
const both = <T>(of: (dialect: Dialect) => Layout<T>): Readonly<Record<Dialect, Layout<T>>> => ({ jiangsu: of('jiangsu'), guangdong: of('guangdong') })

const road = both((dialect) =>
  record({
    ...head,
    type: called('报警或者事件类型', coded(1, ROAD_TYPES)),
    level,
    frontSpeedKmh: called('前车车速', measured(1, '公里/小时')),
    frontDistance: called('前车或者行人距离', measured(1, '100 毫秒')),
    deviation: called('偏离类型', coded(1, { 1: '左侧偏离', 2: '右侧偏离' })),
    sign: called('道路标志识别类型', coded(1, { 1: '限速标志', 2: '限高标志', 3: '限重标志', 4: '禁行标志', 5: '禁停标志' })),
    signValue: called('道路标志识别数据', u8),
    ...place,
    identity: called('报警标识号', alarmIdentity(dialect)),
  }),
)
const driver = both((dialect) =>
  record({
    ...head,
    type: called('报警或者事件类型', coded(1, DRIVER_TYPES)),
    level,
    tiredness: called('疲劳程度', u8),
    reserved: called('预留', reserved(4)),
    ...place,
    identity: called('报警标识号', alarmIdentity(dialect)),
  }),
)
/** Terminals of DB44/T 2246-2020 write the position of a tyre in one byte or two, which the length of the item tells. */
const tyre = (position: Layout<number>) =>
  record({
    position: called('胎压报警位置', position),
    alarms: called('报警或者事件类型', flags(2, TYRE_BITS)),
    pressureKpa: called('胎压', measured(2, 'kPa')),
    celsius: called('胎温', measured(2, '℃')),
    batteryPercent: called('电池电量', measured(2, '%')),
  })
const tyresWith = (position: Layout<number>) => both((dialect) => record({ ...head, ...place, identity: called('报警标识号', alarmIdentity(dialect)), tyres: called('轮胎', counted(u8, tyre(position))) }))
const tyres = tyresWith(u8)
const widePositions = tyresWith(u16)
const blindSpot = both((dialect) => record({ ...head, type: called('报警或者事件类型', coded(1, BLIND_SPOT_TYPES)), ...place, identity: called('报警标识号', alarmIdentity(dialect)) }))

/** An alarm of the active-safety system (主动安全报警) with its kind and the standard that its terminal follows. */
export type SafetyAlarm =
  | ({ readonly kind: 'road'; readonly dialect: Dialect } & ValueOf<(typeof road)[Dialect]>)
  | ({ readonly kind: 'driver'; readonly dialect: Dialect } & ValueOf<(typeof driver)[Dialect]>)
  | ({ readonly kind: 'tyres'; readonly dialect: Dialect } & ValueOf<(typeof tyres)[Dialect]>)
  | ({ readonly kind: 'blindSpot'; readonly dialect: Dialect } & ValueOf<(typeof blindSpot)[Dialect]>)
/** What came of an item: `id` is the item's, for its name in `SAFETY_ITEMS`. */
export type ReadAlarm = { readonly ok: true; readonly id: keyof typeof SAFETY_ITEMS; readonly alarm: SafetyAlarm } | { readonly ok: false; readonly fault: Fault }

/** The items by their id: Chinese name, and how many bytes there are besides the identity. A tyre alarm has its list behind both. */
export const SAFETY_ITEMS = {
  0x64: { label: '高级驾驶辅助系统报警', layout: road, besides: 31 },
  0x65: { label: '驾驶员状态监测系统报警', layout: driver, besides: 31 },
  0x66: { label: '胎压监测系统报警', layout: tyres, besides: BEFORE_TYRE_IDENTITY },
  0x67: { label: '盲区监测系统报警', layout: blindSpot, besides: 25 },
} as const

/**
 * Reads an active-safety item of a location report (0x64 to 0x67). Nothing where the item is of another kind. The dialect follows
 * from the length. The identity is what files of the alarm are asked for by (`attachmentOrder`).
 */
export function readSafetyAlarm({ id, bytes }: RawItem, text: TextCodec): ReadAlarm | undefined {
  if (id !== 0x64 && id !== 0x65 && id !== 0x66 && id !== 0x67) return undefined
  const dialect = dialectOf(bytes, SAFETY_ITEMS[id].besides, id === 0x66)
  const from = readerOf(bytes, 2019, text)
  const alarm = readAs(id, dialect, from)
  return from.fault === undefined ? { ok: true, id, alarm } : { ok: false, fault: from.fault }
}

function readAs(id: keyof typeof SAFETY_ITEMS, dialect: Dialect, from: Reader): SafetyAlarm {
  switch (id) {
    case 0x64: return { kind: 'road', dialect, ...road[dialect].read(from) }
    case 0x65: return { kind: 'driver', dialect, ...driver[dialect].read(from) }
    case 0x66: return { kind: 'tyres', dialect, ...(fillsItem(from.bytes, dialect, WIDE_TYRE_BYTES) ? widePositions : tyres)[dialect].read(from) }
    case 0x67: return { kind: 'blindSpot', dialect, ...blindSpot[dialect].read(from) }
    default: return id satisfies never
  }
}

/** The item of an alarm, or the value that does not fit. */
export type WrittenAlarm = { readonly ok: true; readonly item: RawItem } | { readonly ok: false; readonly fault: Fault }
/** Writes an alarm as an item of a location report, as terminals do; the positions of tyres in one byte. */
export function writeSafetyAlarm(alarm: SafetyAlarm, text: TextCodec): WrittenAlarm {
  const to = writerOf(2019, text)
  const id = writeAs(alarm, to)
  return to.fault === undefined ? { ok: true, item: { id, bytes: written(to) } } : { ok: false, fault: to.fault }
}

function writeAs(alarm: SafetyAlarm, to: Writer): keyof typeof SAFETY_ITEMS {
  switch (alarm.kind) {
    case 'road': road[alarm.dialect].write(to, alarm); return 0x64
    case 'driver': driver[alarm.dialect].write(to, alarm); return 0x65
    case 'tyres': tyres[alarm.dialect].write(to, alarm); return 0x66
    case 'blindSpot': blindSpot[alarm.dialect].write(to, alarm); return 0x67
    default: return alarm satisfies never
  }
}

const TYRE_BYTES = 9
const WIDE_TYRE_BYTES = 10
/** Whether a list of tyres of so many bytes each ends where the item does. */
function fillsItem(bytes: Uint8Array, dialect: Dialect, tyreBytes: number): boolean {
  const countAt = BEFORE_TYRE_IDENTITY + IDENTITY_BYTES[dialect]
  return bytes.length === countAt + 1 + (bytes[countAt] ?? 0) * tyreBytes
}
/** The longer identity where there is room for it and, of a tyre alarm, its list ends where the item does. */
function dialectOf(bytes: Uint8Array, besides: number, hasList: boolean): Dialect {
  const isLonger = hasList ? fillsItem(bytes, 'guangdong', TYRE_BYTES) || fillsItem(bytes, 'guangdong', WIDE_TYRE_BYTES) : bytes.length >= besides + IDENTITY_BYTES.guangdong
  return isLonger ? 'guangdong' : 'jiangsu'
}

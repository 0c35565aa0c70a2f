import { readerOf, take, type Reader } from '../bytes/reader.ts'
import { unfit } from '../bytes/writer.ts'
import { inside, type FaultCode } from '../fault.ts'
import type { Layout } from '../layout/layout.ts'
import { allWritten, counted, sized } from '../layout/list.ts'
import { coded, measured, u16, u32 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { location } from '../location/layout.ts'
import type { Location } from '../location/location.ts'
import { readLocation } from '../location/read-location.ts'
import { message, nothing } from './message.ts'

/** Reports that were kept while there was no network (盲区补报), or came in bulk. */
export interface LocationBatch {
  /** 0 came in bulk, 1 was kept. */
  readonly type: number
  readonly locations: readonly Location[]
  /** Reports of the batch that are wrong, by their place in it from 0: one of them does not spoil the others. None can be written. */
  readonly refused: readonly RefusedLocation[]
}
/** A report of a batch that is wrong: which, and in what way. */
export interface RefusedLocation {
  readonly index: number
  readonly code: FaultCode
}
const type = coded(1, { 0: '正常位置批量汇报', 1: '盲区补报' })
const report = sized(u16, location)

/** The number of the reports stands before their type, so this is no plain record. */
const batch: Layout<LocationBatch> = {
  form: record({ type: called('位置数据类型', type), locations: called('位置汇报数据项', counted(u16, report)) }).form,
  read(from) {
    const many = u16.read(from)
    const value = { type: type.read(from), locations: new Array<Location>(), refused: new Array<RefusedLocation>() }
    for (let index = 0; index < many && from.fault === undefined; index += 1) readReport(from, index, value)
    return value
  },
  write(to, value) {
    if (value.refused.length > 0) unfit(to, 'unexpected')
    u16.write(to, value.locations.length)
    type.write(to, value.type)
    allWritten(to, report, value.locations, 'locations')
  },
}

function readReport(from: Reader, index: number, into: { readonly locations: Location[]; readonly refused: RefusedLocation[] }): void {
  const length = u16.read(from)
  const at = take(from, length)
  if (at < 0) {
    if (from.fault !== undefined) from.fault = inside(`locations.${index}`, from.fault)
    return
  }
  const within = readerOf(from.bytes.subarray(at, at + length), from.version, from.text)
  const read = readLocation(within)
  if (within.fault === undefined) into.locations.push(read)
  else into.refused.push({ index, code: within.fault.code })
  from.unread += within.end - within.at
}

/** Where vehicles are (位置): JT/T 808, messages 0x0200, 0x0201, 0x0704, 0x8201, 0x8202. */
export const LOCATION = {
  location: message(0x0200, 'location', '位置信息汇报', location),
  locationQuery: message(0x8201, 'locationQuery', '位置信息查询', nothing),
  locationAnswer: message(0x0201, 'locationAnswer', '位置信息查询应答', record({ serial: called('应答流水号', u16), location: called('位置信息汇报', location) })),
  locationBatch: message(0x0704, 'locationBatch', '定位数据批量上传', batch),
  tracking: message(0x8202, 'tracking', '临时位置跟踪控制', record({ everySeconds: called('时间间隔', measured(2, '秒')), forSeconds: called('位置跟踪有效期', measured(4, '秒')) })),
  alarmConfirmation: message(0x8203, 'alarmConfirmation', '人工确认报警消息', record({ serial: called('报警消息流水号', u16), alarms: called('人工确认报警类型', u32) })),
} as const

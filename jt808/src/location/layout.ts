import { readerOf, take } from '../bytes/reader.ts'
import { unfit } from '../bytes/writer.ts'
import { time } from '../layout/bcd.ts'
import { bytes, restBytes } from '../layout/bytes.ts'
import type { Layout } from '../layout/layout.ts'
import { toEnd } from '../layout/list.ts'
import { coded, flags, i16, measured, u16, u32, u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import type { Location } from './location.ts'
import { BASIC_BYTES, readLocation } from './read-location.ts'
import { ALARM_BITS, AREA_TYPES, BEHAVIOUR_BITS, SIGNAL_BITS, STATUS_BITS, VIDEO_ALARM_BITS } from './words.ts'
import { writeLocation } from './write-location.ts'

const area = { type: called('位置类型', coded(1, AREA_TYPES)), id: called('区域或者线路 ID', u32) }
const degrees = (unit: string): Layout<number> => measured(4, unit)

/** A location report (位置信息) as part of a message. The fields only name and describe: `readLocation` does the work. */
export const location: Layout<Location> = {
  form: record({
    alarms: called('报警标志', flags(4, ALARM_BITS)),
    status: called('状态', flags(4, STATUS_BITS)),
    latitudeE6: called('纬度', degrees('百万分之一度')),
    longitudeE6: called('经度', degrees('百万分之一度')),
    altitudeM: called('高程', measured(2, '米')),
    speedTenthsKmh: called('速度', measured(2, '0.1 公里/小时')),
    courseDegrees: called('方向', measured(2, '度')),
    atMs: called('时间', time),
    mileageTenthsKm: called('里程', measured(4, '0.1 公里')),
    fuelTenthsL: called('油量', measured(2, '0.1 升')),
    recorderSpeedTenthsKmh: called('行驶记录速度', measured(2, '0.1 公里/小时')),
    alarmToConfirm: called('需要人工确认的报警事件 ID', u16),
    tyrePressures: called('胎压', bytes(30)),
    cabinCelsius: called('车厢温度（℃）', i16),
    overspeed: called('超速报警附加信息', record(area)),
    crossing: called('进出区域/路线报警附加信息', record({ ...area, direction: called('方向', coded(1, { 0: '进', 1: '出' })) })),
    stretch: called('路段行驶时间附加信息', record({ id: called('路段 ID', u32), seconds: called('行驶时间', measured(2, '秒')), result: called('结果', coded(1, { 0: '不足', 1: '过长' })) })),
    videoAlarms: called('视频相关报警', flags(4, VIDEO_ALARM_BITS)),
    channelsLost: called('视频信号丢失的通道', flags(4, {})),
    channelsCovered: called('视频信号遮挡的通道', flags(4, {})),
    storageFaults: called('存储器故障', flags(2, {})),
    behaviour: called('异常驾驶行为', record({ kinds: called('行为类型', flags(2, BEHAVIOUR_BITS)), tiredness: called('疲劳程度', u8) })),
    signals: called('车辆信号状态', flags(4, SIGNAL_BITS)),
    inputs: called('IO 状态', flags(2, { 0: '深度休眠', 1: '休眠' })),
    analogue: called('模拟量', u32),
    signalStrength: called('无线通信信号强度', u8),
    satellites: called('定位卫星数', u8),
    others: called('其他附加信息', toEnd(record({ id: called('附加信息 ID', u8), bytes: called('内容', restBytes) }))),
  }).form,
  read: readLocation,
  write: writeLocation,
}

/**
 * A location report without items (位置基本信息), 28 bytes beside a picture. A picture is not lost because its place is none: then the
 * place is `undefined`, and its bytes count as unread.
 */
export const locationBasic: Layout<Location | undefined> = {
  form: { ...location.form },
  read(from) {
    const start = take(from, BASIC_BYTES)
    if (start < 0) return undefined
    const within = readerOf(from.bytes.subarray(start, start + BASIC_BYTES), from.version, from.text)
    const value = readLocation(within)
    if (within.fault === undefined) return value
    from.unread += BASIC_BYTES
    return undefined
  },
  write(to, value) {
    if (value === undefined) return unfit(to, 'missing')
    const start = to.length
    writeLocation(to, value)
    if (to.length - start > BASIC_BYTES) unfit(to, 'too-long')
  },
}

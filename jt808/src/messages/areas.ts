import { time } from '../layout/bcd.ts'
import { counted } from '../layout/list.ts'
import { coded, flags, measured, u16, u32, u8 } from '../layout/number.ts'
import { allOf, bitOf, called, calledWhen, record, since } from '../layout/record.ts'
import { countedText } from '../layout/text.ts'
import { message } from './message.ts'

/** Whether the areas replace those that the terminal has, are added to them, or change them. */
const SETTING = { 0: '更新区域', 1: '追加区域', 2: '修改区域' }
/** What is watched in an area (区域属性). Bits 0 and 1 say whether the times and the speeds are there. */
const AREA_BITS = {
  0: '按时间', 1: '限速', 2: '进区域报警给驾驶员', 3: '进区域报警给平台', 4: '出区域报警给驾驶员', 5: '出区域报警给平台', 6: '南纬', 7: '西经', 8: '禁止开门', 14: '进区域关闭通信模块', 15: '进区域采集 GNSS 详细定位数据',
}
const ROUTE_BITS = { 0: '按时间', 2: '进路线报警给驾驶员', 3: '进路线报警给平台', 4: '出路线报警给驾驶员', 5: '出路线报警给平台' }
const STRETCH_BITS = { 0: '行驶时间', 1: '限速', 2: '南纬', 3: '西经' }

const timed = bitOf('attributes', 0)
const limited = bitOf('attributes', 1)
const limitedSince2019 = allOf(limited, since(2019))

const point = { latitudeE6: called('纬度', measured(4, '百万分之一度')), longitudeE6: called('经度', measured(4, '百万分之一度')) }
const times = { fromMs: calledWhen('起始时间', timed, time), untilMs: calledWhen('结束时间', timed, time) }
const limits = { limitKmh: calledWhen('最高速度', limited, measured(2, '公里/小时')), overSeconds: calledWhen('超速持续时间', limited, measured(1, '秒')) }
const night = calledWhen('夜间最高速度', limitedSince2019, measured(2, '公里/小时'))
const name = calledWhen('区域名称', since(2019), countedText(u16))
const begin = { id: called('区域 ID', u32), attributes: called('区域属性', flags(2, AREA_BITS)) }

const circle = record({ ...begin, ...point, radiusM: called('半径', measured(4, '米')), ...times, ...limits, nightLimitKmh: night, name })
const rectangle = record({
  ...begin,
  northWestLatitudeE6: called('左上点纬度', measured(4, '百万分之一度')), northWestLongitudeE6: called('左上点经度', measured(4, '百万分之一度')),
  southEastLatitudeE6: called('右下点纬度', measured(4, '百万分之一度')), southEastLongitudeE6: called('右下点经度', measured(4, '百万分之一度')),
  ...times, ...limits, nightLimitKmh: night, name,
})
const polygon = record({ ...begin, ...times, ...limits, points: called('顶点', counted(u16, record(point))), nightLimitKmh: night, name })

/** One turn of a route and the stretch that begins there. */
const turn = record({
  id: called('拐点 ID', u32),
  stretchId: called('路段 ID', u32),
  ...point,
  widthM: called('路段宽度', measured(1, '米')),
  attributes: called('路段属性', flags(1, STRETCH_BITS)),
  mostSeconds: calledWhen('路段行驶过长阈值', timed, measured(2, '秒')),
  leastSeconds: calledWhen('路段行驶不足阈值', timed, measured(2, '秒')),
  ...limits,
  nightLimitKmh: night,
})
const route = record({ id: called('路线 ID', u32), attributes: called('路线属性', flags(2, ROUTE_BITS)), ...times, turns: called('拐点', counted(u16, turn)), name: calledWhen('路线名称', since(2019), countedText(u16)) })

const ids = record({ ids: called('区域 ID（没有即为全部）', counted(u8, u32)) })
const setting = called('设置属性', coded(1, SETTING))

/**
 * Areas and routes that the terminal watches by itself (区域和路线): JT/T 808, messages 0x8600 to 0x8607. Names, and lower speeds
 * at night, are new in 2019. Coordinates are without sign: bits of the attributes say south and west.
 */
export const AREAS = {
  circles: message(0x8600, 'circles', '设置圆形区域', record({ setting, areas: called('区域项', counted(u8, circle)) })),
  circlesRemoval: message(0x8601, 'circlesRemoval', '删除圆形区域', ids),
  rectangles: message(0x8602, 'rectangles', '设置矩形区域', record({ setting, areas: called('区域项', counted(u8, rectangle)) })),
  rectanglesRemoval: message(0x8603, 'rectanglesRemoval', '删除矩形区域', ids),
  polygon: message(0x8604, 'polygon', '设置多边形区域', polygon),
  polygonsRemoval: message(0x8605, 'polygonsRemoval', '删除多边形区域', ids),
  route: message(0x8606, 'route', '设置路线', route),
  routesRemoval: message(0x8607, 'routesRemoval', '删除路线', ids),
} as const

import type { Kind } from './wire.ts'

/** A column of a sheet: under which headers it stands, and what its cells are. */
export interface Column {
  readonly field: string
  readonly headers: readonly string[]
  readonly as: 'text' | 'day' | 'number' | 'colour' | 'roadClass' | 'points' | 'hours' | 'name' | 'names'
  /** The kind of record that the cell names. */
  readonly names?: Kind
  readonly optional?: boolean
  /** By this column the record is known before it can be read. */
  readonly isTitle?: boolean
}

const ENTERPRISE: Column = { field: 'enterprise', headers: ['运输企业', '所属企业', '企业'], as: 'name', names: 'enterprise' }
const PHONE: Column = { field: 'phone', headers: ['联系电话', '电话', '手机'], as: 'text' }
const ADDRESS: Column = { field: 'address', headers: ['地址', '位置'], as: 'text' }
const AREA: Column = { field: 'area', headers: ['区域', '范围', '电子围栏'], as: 'points' }
const FROM: Column = { field: 'from', headers: ['起始日', '开始日期', '有效期起'], as: 'day' }
const UNTIL: Column = { field: 'until', headers: ['截止日', '结束日期', '有效期止'], as: 'day' }
const HOURS: Column = { field: 'hours', headers: ['时段', '运输时段', '禁行时段'], as: 'hours', optional: true }
const name = (...headers: readonly string[]): Column => ({ field: 'name', headers, as: 'text', isTitle: true })

/** Under which headers other systems write what we ask (字段对照); no national form was found, so these are the usual words. */
export const COLUMNS: Readonly<Record<Kind, readonly Column[]>> = {
  enterprise: [name('企业名称', '名称'), { field: 'creditCode', headers: ['统一社会信用代码', '信用代码'], as: 'text' }, { field: 'contact', headers: ['联系人'], as: 'text' }, PHONE],
  vehicle: [
    { field: 'plate', headers: ['号牌号码', '车牌号', '车牌'], as: 'text', isTitle: true },
    { field: 'plateColour', headers: ['号牌颜色', '车牌颜色'], as: 'colour' },
    ENTERPRISE,
    { field: 'tare', headers: ['整备质量', '自重', '整备质量（千克）'], as: 'number' },
    { field: 'capacity', headers: ['核定载质量', '载重', '核定载质量（千克）'], as: 'number' },
    { field: 'volume', headers: ['车厢容积', '容积', '车厢容积（立方米）'], as: 'number' },
    { field: 'terminal', headers: ['终端号', '终端手机号', 'SIM卡号'], as: 'text', optional: true },
  ],
  driver: [name('姓名', '驾驶员'), ENTERPRISE, PHONE, { field: 'certificate', headers: ['从业资格证号', '资格证号'], as: 'text' }],
  site: [name('工地名称', '名称'), { field: 'contractor', headers: ['施工单位'], as: 'text' }, ADDRESS, AREA, { field: 'quota', headers: ['申报产生量', '申报量'], as: 'number' }, FROM, UNTIL],
  disposal: [name('消纳场名称', '名称'), { field: 'operator', headers: ['经营单位', '运营单位'], as: 'text' }, ADDRESS, AREA, { field: 'quota', headers: ['核定容量', '容量'], as: 'number' }, FROM, UNTIL],
  route: [name('路线名称', '名称'), { field: 'line', headers: ['路线', '坐标', '途经点'], as: 'points' }, { field: 'width', headers: ['宽度', '宽度（米）'], as: 'number' }],
  zone: [name('禁行区域名称', '名称'), AREA, { field: 'basis', headers: ['依据'], as: 'text' }, HOURS],
  road: [
    name('道路名称', '名称'),
    { field: 'line', headers: ['路线', '坐标', '途经点'], as: 'points' },
    { field: 'width', headers: ['宽度', '宽度（米）'], as: 'number' },
    { field: 'roadClass', headers: ['道路类型', '类型'], as: 'roadClass' },
    { field: 'sign', headers: ['标志限速', '限速', '标志限速（公里/小时）'], as: 'number', optional: true },
  ],
  permit: [
    { field: 'number', headers: ['核准文件编号', '核准编号', '准运证号'], as: 'text', isTitle: true },
    ENTERPRISE,
    { field: 'site', headers: ['工地', '工地名称'], as: 'name', names: 'site' },
    { field: 'disposal', headers: ['消纳场', '消纳场名称'], as: 'name', names: 'disposal' },
    { field: 'routes', headers: ['路线', '运输路线'], as: 'names', names: 'route', optional: true },
    { field: 'vehicles', headers: ['车辆', '号牌号码', '车牌号'], as: 'names', names: 'vehicle' },
    { field: 'volume', headers: ['核准量', '核准量（立方米）'], as: 'number' },
    FROM, UNTIL, HOURS,
    { field: 'issuer', headers: ['核准机关', '发证机关'], as: 'text' },
  ],
}

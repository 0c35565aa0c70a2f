import { KINDS, ROAD_CLASSES, type Kind, type RecordOf } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'

type Asks =
  | { readonly as: 'text'; readonly most: number }
  | { readonly as: 'number'; readonly unit: string; readonly decimals: 0 | 1; readonly least: number; readonly most: number }
  | { readonly as: 'choice'; readonly options: Readonly<Record<string, string>> }
  | { readonly as: 'one' | 'many'; readonly of: Kind; /** Only those that belong to what this other field names. */ readonly within?: string }
  | { readonly as: 'day' | 'hours' | 'gate' | 'flag' }
  | { readonly as: 'shape'; readonly of: 'area' | 'line' }
/** A field of a record as it is asked and shown (登记项). */
export interface Field {
  readonly name: string
  readonly label: string
  readonly asks: Asks
  readonly hint?: string
  readonly optional?: boolean
}
/** A field of each name that a record of the kind has; what the register keeps and nobody asks would not compile. */
type FieldsOf<K extends Kind> = { readonly [N in keyof RecordOf<K>]-?: Omit<Field, 'name'> }

const text = (label: string, most = 100, hint?: string): Omit<Field, 'name'> => ({ label, asks: { as: 'text', most }, ...(hint === undefined ? {} : { hint }) })
const amount = (label: string, hint: string): Omit<Field, 'name'> => ({ label, asks: { as: 'number', unit: '立方米', decimals: 1, least: 0.1, most: 100_000_000 }, hint })
const weight = (label: string, hint: string): Omit<Field, 'name'> => ({ label, asks: { as: 'number', unit: '千克', decimals: 0, least: 500, most: 100_000 }, hint })
const day = (label: string, hint?: string): Omit<Field, 'name'> => ({ label, asks: { as: 'day' }, ...(hint === undefined ? {} : { hint }) })
const ENTERPRISE: Omit<Field, 'name'> = { label: '运输企业', asks: { as: 'one', of: 'enterprise' } }
const PHONE = text('联系电话', 30)
const ADDRESS = text('地址', 200)
const FROM = day('起始日')
const UNTIL = day('截止日', '截止日当日仍然有效')
const AREA: Omit<Field, 'name'> = { label: '范围', asks: { as: 'shape', of: 'area' }, hint: '三个以上的点，坐标系 WGS-84' }
const LINE: Omit<Field, 'name'> = { label: '走向', asks: { as: 'shape', of: 'line' }, hint: '两个以上的点，坐标系 WGS-84' }
const WIDTH: Omit<Field, 'name'> = { label: '宽度', asks: { as: 'number', unit: '米', decimals: 0, least: 20, most: 1000 }, hint: '两边之间的宽度，定位误差也在其中' }

const FIELDS: { readonly [K in Kind]: FieldsOf<K> } = {
  enterprise: { name: text('企业名称'), creditCode: text('统一社会信用代码', 18, '18 位，校验位不符的不能登记'), contact: text('联系人', 50), phone: PHONE },
  vehicle: {
    plate: text('号牌号码', 12),
    plateColour: { label: '号牌颜色', asks: { as: 'choice', options: PLATE_COLOURS } },
    enterprise: ENTERPRISE,
    tare: weight('整备质量', '空车质量，见行驶证'),
    capacity: weight('核定载质量', '见行驶证'),
    volume: amount('车厢容积', '联单的装车量超过容积三成以上的不能开单'),
    terminal: { ...text('终端号', 20, '车载终端手机号，6 至 20 位数字；定位按它归到这辆车（JT/T 808）'), optional: true },
  },
  driver: { name: text('姓名', 50), enterprise: ENTERPRISE, phone: PHONE, certificate: text('从业资格证号', 30) },
  site: {
    name: text('工地名称'), contractor: text('施工单位'), address: ADDRESS, area: AREA,
    gate: { label: '出入口', asks: { as: 'gate' }, optional: true, hint: '冲洗设施所在的出口；没有登记的，无法判断车辆是否经过冲洗' },
    quota: amount('申报产生量', '各份处置核准的核准量合计不能超过它'), from: FROM, until: UNTIL,
  },
  disposal: { name: text('消纳场名称'), operator: text('经营单位'), address: ADDRESS, area: AREA, quota: amount('核定容量', '各份处置核准的核准量合计不能超过它'), from: FROM, until: UNTIL },
  route: { name: text('路线名称'), line: LINE, width: WIDTH },
  zone: {
    name: text('禁行区域名称'), area: AREA, basis: text('依据', 200, '划定禁行区域的通告或者文件'),
    hours: { label: '禁行时段', asks: { as: 'hours' }, optional: true, hint: '不填写为全天；止早于起的，至次日' },
    onlyLoaded: { label: '仅限重车', asks: { as: 'flag' }, optional: true, hint: '空车可以通行' },
  },
  road: {
    name: text('道路名称'), line: LINE, width: WIDTH,
    roadClass: { label: '道路类型', asks: { as: 'choice', options: ROAD_CLASSES }, hint: '没有限速标志时按道路类型确定最高速度（道路交通安全法实施条例第四十五条）' },
    sign: { label: '标志限速', asks: { as: 'number', unit: '公里/小时', decimals: 0, least: 5, most: 120 }, optional: true, hint: '同方向两条以上机动车道的道路应当填写' },
  },
  permit: {
    number: text('核准文件编号', 60), enterprise: ENTERPRISE,
    site: { label: '工地', asks: { as: 'one', of: 'site' } },
    disposal: { label: '消纳场', asks: { as: 'one', of: 'disposal' } },
    routes: { label: '运输路线', asks: { as: 'many', of: 'route' }, optional: true },
    vehicles: { label: '车辆', asks: { as: 'many', of: 'vehicle', within: 'enterprise' }, hint: '只能是这家企业的车辆' },
    volume: amount('核准量', '联单的装车量合计不能超过它'), from: FROM, until: UNTIL,
    hours: { label: '运输时段', asks: { as: 'hours' }, optional: true, hint: '不填写为全天；止早于起的，至次日' },
    issuer: text('核准机关'),
  },
}

/** The fields of a kind, in the order in which they are asked. */
export const fieldsOf = (kind: Kind): readonly Field[] => Object.entries<Omit<Field, 'name'>>(FIELDS[kind]).map(([name, field]) => ({ ...field, name }))
export const isKind = (word: string | undefined): word is Kind => word !== undefined && Object.hasOwn(KINDS, word)
export const ALL_KINDS: readonly Kind[] = Object.keys(KINDS).filter(isKind)

/** Which fields stand in a list beside the title. */
export const LISTED: Readonly<Record<Kind, readonly string[]>> = {
  enterprise: ['creditCode', 'contact', 'phone'],
  vehicle: ['plateColour', 'enterprise', 'capacity', 'volume', 'terminal'],
  driver: ['enterprise', 'phone'],
  site: ['contractor', 'address', 'quota', 'until'],
  disposal: ['operator', 'address', 'quota', 'until'],
  route: ['line', 'width'],
  zone: ['basis', 'hours', 'onlyLoaded'],
  road: ['roadClass', 'sign', 'line'],
  permit: ['enterprise', 'site', 'disposal', 'volume', 'until'],
}

const CHANGING: readonly string[] = ['teamLeader', 'windowClerk']
/** Whether the buttons for changing are offered; the server decides. A permit is entered by who keeps the approvals. */
export const mayChange = (posts: readonly string[], kind: Kind): boolean => posts.some((post) => (kind === 'permit' ? post === 'windowClerk' : CHANGING.includes(post)))
/** Who may open and close a manifest. */
export const mayHandleManifests = (posts: readonly string[]): boolean => posts.some((post) => post === 'officer' || CHANGING.includes(post))

import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { z } from 'zod'

/** As the regulation divides city roads where no sign stands (道路交通安全法实施条例 第四十五条). */
export const ROAD_CLASSES = { 'no-centre-line': '无道路中心线', 'one-lane': '同方向一条机动车道', 'several-lanes': '同方向两条以上机动车道' } as const
const keysOf = <K extends string>(words: Readonly<Record<K, string>>): K[] => {
  const isKey = (key: string): key is K => Object.hasOwn(words, key)
  return Object.keys(words).filter(isKey)
}
const line = (asked: string, most = 100) => z.string({ error: `请填写${asked}` }).trim().min(1, `请填写${asked}`).max(most, `${asked}不超过 ${most} 字`)
const ISO_DAY = z.string({ error: '请填写日期' }).regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
const HOUR = z.string({ error: '请填写时刻' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，写作 20:00')
const MOMENT = z.iso.datetime({ offset: true, error: '应为带时区的时间，写作 2021-08-10T15:20:00+08:00' })
const ID = z.string({ error: '请选择' }).min(1, '请选择').max(64)
/** Cubic metres, one decimal. */
const volume = (asked: string) => z.number({ error: `请填写${asked}` }).positive(`${asked}应大于零`).max(100_000_000).multipleOf(0.1, `${asked}最多一位小数`)
const WEIGHT = z.number({ error: '请填写质量' }).int('质量以千克计，不带小数').min(500, '质量以千克计，应在 500 至 100000 之间').max(100_000, '质量以千克计，应在 500 至 100000 之间')
/** Longitude and latitude in degrees (WGS-84), in the order of GeoJSON. */
export const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], { error: '坐标写作 [经度, 纬度]' })
export type Point = z.infer<typeof Point>
const Area = z.array(Point).min(3, '区域至少三个点').max(500, '区域至多五百个点')
const Line = z.array(Point).min(2, '路线至少两个点').max(5000, '路线至多五千个点')
/** Metres from edge to edge. */
const WIDTH = z.number({ error: '请填写宽度' }).int('宽度为整数').min(20, '宽度应在 20 至 1000 米之间').max(1000, '宽度应在 20 至 1000 米之间')
/** A round piece of ground in front of a gate; the radius in metres. */
const Gate = z.strictObject({ at: Point, radius: z.number({ error: '请填写半径' }).int('半径为整数').min(10, '出入口半径应在 10 至 200 米之间').max(200, '出入口半径应在 10 至 200 米之间') })
export const Hours = z.strictObject({ from: HOUR, until: HOUR })

/** What is kept of each kind of record (登记事项). Unknown words are refused. */
export const RECORDS = {
  enterprise: z.strictObject({ name: line('企业名称'), creditCode: line('统一社会信用代码', 18), contact: line('联系人', 50), phone: line('联系电话', 30) }),
  vehicle: z.strictObject({
    plate: line('号牌号码', 12),
    plateColour: z.enum(keysOf(PLATE_COLOURS), '请选择号牌颜色'),
    enterprise: ID,
    /** Kilograms. */
    tare: WEIGHT,
    /** The mass that the vehicle may carry by its licence (核定载质量), kilograms. */
    capacity: WEIGHT,
    /** Cubic metres of the body. */
    volume: volume('车厢容积'),
    /** By which the terminal calls itself (JT/T 808 终端手机号), and under which the truck's positions come in. */
    terminal: z.string().trim().regex(/^\d{6,20}$/, '终端号为 6 至 20 位数字').optional(),
  }),
  driver: z.strictObject({ name: line('姓名', 50), enterprise: ID, phone: line('联系电话', 30), /** Number of the certificate for haulage (从业资格证). */ certificate: line('从业资格证号', 30) }),
  site: z.strictObject({ name: line('工地名称'), contractor: line('施工单位'), address: line('地址', 200), area: Area, /** Where trucks leave, past the wheel wash: without it nobody knows whether they did. */ gate: Gate.optional(), quota: volume('申报产生量'), from: ISO_DAY, until: ISO_DAY }),
  disposal: z.strictObject({ name: line('消纳场名称'), operator: line('经营单位'), address: line('地址', 200), area: Area, quota: volume('核定容量'), from: ISO_DAY, until: ISO_DAY }),
  route: z.strictObject({ name: line('路线名称'), line: Line, width: WIDTH }),
  zone: z.strictObject({ name: line('禁行区域名称'), area: Area, basis: line('依据', 200), hours: Hours.optional(), /** Only trucks with a load are kept out. */ onlyLoaded: z.boolean().optional() }),
  /** A road with the class that decides how fast a truck may go, or the sign that does (道路交通安全法实施条例 第四十五条). */
  road: z.strictObject({ name: line('道路名称'), line: Line, width: WIDTH, roadClass: z.enum(keysOf(ROAD_CLASSES), '请选择道路类型'), /** km/h. */ sign: z.number().int('限速为整数').min(5, '限速应在 5 至 120 公里/小时之间').max(120, '限速应在 5 至 120 公里/小时之间').optional() }),
  permit: z.strictObject({
    number: line('核准文件编号', 60),
    enterprise: ID,
    site: ID,
    disposal: ID,
    routes: z.array(ID).max(20),
    vehicles: z.array(ID).min(1, '请至少选择一辆车').max(2000),
    volume: volume('核准量'),
    from: ISO_DAY,
    until: ISO_DAY,
    /** When hauling is allowed; over midnight where the second is before the first. */
    hours: Hours.optional(),
    issuer: line('核准机关'),
  }),
} as const
export type Kind = keyof typeof RECORDS
export type RecordOf<K extends Kind> = z.infer<(typeof RECORDS)[K]>
export const KINDS = { enterprise: '运输企业', vehicle: '车辆', driver: '驾驶员', site: '工地', disposal: '消纳场', route: '路线', zone: '禁行区域', road: '道路限速', permit: '处置核准' } as const satisfies Readonly<Record<Kind, string>>
export const Kind = z.enum(keysOf(KINDS), '没有这一类登记')

/** One version of a record. `ended` when it was struck out (注销), with the reason. */
export const Version = z.object({ id: z.string(), version: z.number(), data: z.record(z.string(), z.unknown()), ended: z.string().optional(), by: z.string(), at: z.string() })
export type Version = z.infer<typeof Version>
export const Row = Version.extend({ /** By what it is known: name, plate or number. */ title: z.string(), /** Titles of the records that it names, by id. */ names: z.record(z.string(), z.string()) })
export type Row = z.infer<typeof Row>
export const RowPage = z.object({ total: z.number(), rows: z.array(Row) })
export type RowPage = z.infer<typeof RowPage>
export const RowQuery = z.object({
  search: z.string().max(100).optional(),
  ended: z.enum(['no', 'yes', 'all']).default('no'),
  /** Only what belongs to this enterprise, or to this site. */
  of: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(20),
})
export type RowQuery = z.infer<typeof RowQuery>
/** `version` is the one that the sender has seen; 0 for a new record. */
export const NewVersion = z.strictObject({ data: z.record(z.string(), z.unknown()), version: z.number().int().min(0) })
export type NewVersion = z.infer<typeof NewVersion>
export const Ending = z.strictObject({ reason: line('注销理由', 200), version: z.number().int().min(1) })
export const History = z.object({ row: Row, versions: z.array(Version) })
export type History = z.infer<typeof History>

/** A file of records: CSV as text, or a workbook (XLSX) in base64. */
export const SheetFile = z.object({ text: z.string().max(1_900_000, '文件过大，请分成几个').optional(), workbook: z.base64('不是有效的文件').max(1_900_000, '文件过大，请分成几个').optional() })
export type SheetFile = z.infer<typeof SheetFile>
export const SheetRow = z.object({ line: z.number(), title: z.string(), known: z.boolean(), faults: z.array(z.string()) })
export type SheetRow = z.infer<typeof SheetRow>
export const SheetPreview = z.object({ rows: z.array(SheetRow), unread: z.array(z.string()) })
export type SheetPreview = z.infer<typeof SheetPreview>
export const Imported = z.object({ added: z.number(), known: z.number(), faulty: z.number() })
export type Imported = z.infer<typeof Imported>

/** A load that leaves a site (电子联单开单): which truck, under which permit, how much. */
export const NewManifest = z.strictObject({ permit: ID, vehicle: ID, driver: ID.optional(), at: MOMENT, volume: volume('装车量') })
export type NewManifest = z.infer<typeof NewManifest>
export const MANIFEST_STATES = { open: '运输中', closed: '已消纳', void: '已作废' } as const
/** What happens to a manifest after it was opened. */
export const NewManifestEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm'), at: MOMENT, volume: volume('消纳量') }),
  z.strictObject({ kind: z.literal('void'), reason: line('作废理由', 200) }),
])
export type NewManifestEntry = z.infer<typeof NewManifestEntry>
export const Manifest = z.object({
  id: z.string(),
  number: z.string(),
  permit: z.string(),
  permitNumber: z.string(),
  vehicle: z.string(),
  plate: z.string(),
  site: z.string(),
  siteName: z.string(),
  disposal: z.string(),
  disposalName: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  volume: z.number(),
  state: z.enum(keysOf(MANIFEST_STATES)),
  closedAt: z.string().optional(),
  closedBy: z.string().optional(),
  tipped: z.number().optional(),
  reason: z.string().optional(),
})
export type Manifest = z.infer<typeof Manifest>
export const ManifestQuery = z.object({
  search: z.string().max(100).optional(),
  state: z.enum(keysOf(MANIFEST_STATES)).optional(),
  permit: z.string().max(64).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
export type ManifestQuery = z.infer<typeof ManifestQuery>
export const ManifestPage = z.object({ total: z.number(), rows: z.array(Manifest), /** Cubic metres under way and tipped of what the query asks for. */ loaded: z.number(), tipped: z.number() })
export type ManifestPage = z.infer<typeof ManifestPage>

/** Manifests are exported without pages. */
export const ManifestExport = ManifestQuery.omit({ page: true, size: true })
/** On which day a permit must be in force; today where none is asked. */
export const HaulageQuery = z.object({ on: ISO_DAY.optional() })
/**
 * What maps lie on (底图): pictures of the ground from a service that the bureau chose, or nothing. On-line maps of the mainland are
 * in GCJ-02; 天地图 is in CGCS2000, which is WGS-84 to within a metre.
 */
export const MapBase = z.object({
  tiles: z.object({ url: z.string(), attribution: z.string(), datum: z.enum(['WGS-84', 'GCJ-02']), mostZoom: z.number() }).optional(),
})
export type MapBase = z.infer<typeof MapBase>
/** What everybody may see: sites with a permit in force, where they may tip, and by which way. */
export const PublicHaulage = z.object({
  on: z.string(),
  /** Shown as the register stood when that day ended; otherwise as it stands now. */
  isPast: z.boolean(),
  /** The day of the first entry; missing where there is none yet. */
  since: z.string().optional(),
  sites: z.array(z.object({ name: z.string(), contractor: z.string(), address: z.string(), area: z.array(Point) })),
  disposals: z.array(z.object({ name: z.string(), address: z.string(), area: z.array(Point) })),
  routes: z.array(z.object({ name: z.string(), line: z.array(Point) })),
  permits: z.array(z.object({ number: z.string(), enterprise: z.string(), site: z.string(), disposal: z.string(), volume: z.number(), from: z.string(), until: z.string(), hours: z.string().optional(), vehicles: z.number(), issuer: z.string() })),
})
export type PublicHaulage = z.infer<typeof PublicHaulage>

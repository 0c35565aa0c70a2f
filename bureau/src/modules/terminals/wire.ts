import { z } from 'zod'

export const TerminalRow = z.object({ terminal: z.string(), truck: z.string(), plate: z.string(), edition: z.number(), address: z.string(), last: z.string() })
const Counted = z.object({ key: z.string(), name: z.string(), count: z.number() })
export const Terminals = z.object({
  now: z.string(),
  /** Whether the gateway listens, and where. */
  listens: z.array(z.string()),
  online: z.array(TerminalRow),
  counts: z.array(Counted),
  /** The processes that share the trucks, where there are several. */
  processes: z.array(z.object({ id: z.string(), role: z.string(), since: z.string(), partitions: z.number(), counts: z.array(Counted) })).optional(),
})
export type Terminals = z.infer<typeof Terminals>
export const HeldQuery = z.object({ search: z.string().max(100).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(20) })
export const HeldPage = z.object({ total: z.number(), rows: z.array(z.object({ terminal: z.string(), first: z.string(), last: z.string(), times: z.number(), said: z.string() })) })
export type HeldPage = z.infer<typeof HeldPage>

/**
 * Parameters of a terminal that may be set from here (终端参数), by their id in JT/T 808: name, unit, least and most. Addresses of
 * servers and dial-up data are not among them: a slip of the pen there loses the terminal for good.
 */
export const SETTABLE = {
  1: ['心跳发送间隔', '秒', 10, 600],
  39: ['休眠时汇报时间间隔', '秒', 30, 3600],
  40: ['紧急报警时汇报时间间隔', '秒', 1, 60],
  41: ['缺省时间汇报间隔', '秒', 5, 300],
  85: ['最高速度', '公里/小时', 20, 120],
  86: ['超速持续时间', '秒', 1, 120],
  87: ['连续驾驶时间门限', '秒', 3600, 14_400],
  89: ['最小休息时间', '秒', 600, 7200],
  90: ['最长停车时间', '秒', 600, 86_400],
} as const satisfies Readonly<Record<number, readonly [name: string, unit: string, least: number, most: number]>>
const SETTABLE_ROWS: ReadonlyMap<number, readonly [name: string, unit: string, least: number, most: number]> = new Map(Object.entries(SETTABLE).map(([id, row]) => [Number(id), row]))
const Setting = z.strictObject({ id: z.number().int(), value: z.number({ error: '请填写数值' }).int('应为整数') }).superRefine(({ id, value }, check) => {
  const row = SETTABLE_ROWS.get(id)
  if (row === undefined) return check.addIssue({ code: 'custom', path: ['id'], message: '这一项参数不能在平台上设置' })
  const [name, unit, least, most] = row
  if (value < least || value > most) check.addIssue({ code: 'custom', path: ['value'], message: `${name}应在 ${least} 至 ${most} ${unit}之间` })
})
const REASON = z.string({ error: '请填写理由' }).trim().min(2, '请填写理由').max(200)
const RECORD = z.string({ error: '请选择登记的区域或者路线' }).min(1, '请选择登记的区域或者路线').max(64)
/** How a terminal keeps a shape: each kind is set and removed by messages of its own. */
export const SHAPES = { circle: '圆形区域', rectangle: '矩形区域', polygon: '多边形区域', route: '路线' } as const

/** What may be said to a terminal that is on line. */
export const NewOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string({ error: '请填写要显示的文字' }).trim().min(1, '请填写要显示的文字').max(200) }),
  z.strictObject({ kind: z.literal('locate') }),
  /** Positions every so many seconds, for so many seconds. */
  z.strictObject({ kind: z.literal('track'), every: z.number().int().min(1).max(300), seconds: z.number().int().min(10).max(3600) }),
  /** One picture, at once. */
  z.strictObject({ kind: z.literal('snapshot'), channel: z.number({ error: '请填写通道' }).int('通道为整数').min(1, '通道为 1 至 32').max(32, '通道为 1 至 32') }),
  z.strictObject({ kind: z.literal('parameters') }),
  z.strictObject({ kind: z.literal('set'), parameters: z.array(Setting).min(1, '请至少设置一项').max(9) }),
  z.strictObject({ kind: z.literal('reset'), reason: REASON }),
  z.strictObject({ kind: z.literal('factory'), reason: REASON }),
  /** A drawn area or a corridor of the register, which the terminal then watches by itself; of a site its area, or its gate. */
  z.strictObject({ kind: z.literal('watch'), record: RECORD, gate: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal('unwatch'), record: RECORD, gate: z.boolean().default(false) }),
  /** Takes all shapes of a kind away. */
  z.strictObject({ kind: z.literal('clear'), shape: z.enum(['circle', 'rectangle', 'polygon', 'route'], '请选择区域的种类') }),
])
export type NewOrder = z.infer<typeof NewOrder>
const LiveOrder = z.strictObject({ kind: z.literal('live'), host: z.string(), port: z.number().int(), channel: z.number().int(), isMain: z.boolean() })
/** Where pictures are wanted, and which: a channel, its main stream (主码流) or the smaller one. */
export type LiveWish = Omit<z.infer<typeof LiveOrder>, 'kind'>
/** What is said to a line: what a person writes, or what live pictures ask of its camera. */
export const LineOrder = z.union([NewOrder, LiveOrder, z.strictObject({ kind: z.literal('unlive'), channel: z.number().int() })])
export type LineOrder = z.infer<typeof LineOrder>
export const CAMERA_ORDERS = { live: '实时视频', unlive: '关闭实时视频' } as const
export const ORDERS = { text: '下发文字', locate: '查询位置', track: '临时跟踪', snapshot: '立即拍摄', parameters: '查询参数', set: '设置参数', reset: '终端复位', factory: '恢复出厂设置', watch: '下发区域或者路线', unwatch: '删除区域或者路线', clear: '清空区域或者路线' } as const satisfies Readonly<Record<NewOrder['kind'], string>>
/** Where an order stands. */
export const ORDER_STATES = { sent: '已下发，等待应答', confirmed: '终端已确认', refused: '终端没有执行', 'timed-out': '终端没有应答' } as const
export const OrderState = z.enum(['sent', 'confirmed', 'refused', 'timed-out'])
export type OrderState = z.infer<typeof OrderState>
export const OrderRow = z.object({ id: z.string(), at: z.string(), kind: z.string(), text: z.string(), state: OrderState.optional(), result: z.string(), who: z.string() })
export type OrderRow = z.infer<typeof OrderRow>
export const Orders = z.object({ terminal: z.string(), /** What the asking person may do with it. */ may: z.array(z.enum(['order', 'release'])), online: z.boolean(), plate: z.string().optional(), rows: z.array(OrderRow) })
export type Orders = z.infer<typeof Orders>
export const Release = z.strictObject({ reason: REASON })

import { PLATE_COLOURS } from '@zhunsheng/law/identifiers/plate.ts'
import { z } from 'zod'

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): K[] => Object.keys(words).filter((key): key is K => key in words)
const MOMENT = z.iso.datetime({ offset: true, error: '应为带时区的时间，写作 2021-08-10T15:20:00+08:00' })
const REASON = (what: string) => z.string({ error: `请填写${what}` }).trim().min(2, `请填写${what}`).max(500, `${what}不超过 500 字`)

/** What somebody in the street can see of a truck (看到的情形). */
export const SEEN = { open: '车厢没有密闭', spilling: '沿途撒漏', dumping: '乱倒渣土', offRoute: '不按路线行驶', hours: '不在允许的时段运输', speeding: '车速过快', dirty: '车轮带泥上路', plate: '号牌遮挡、污损', other: '其他' } as const
export type Seen = keyof typeof SEEN
/** So many photographs come with one report. */
export const PHOTOS_MOST = 3
/** Megabytes of one photograph: more than any telephone makes. */
export const PHOTO_MEGABYTES = 12

/** What the reporter says (举报内容). Name and telephone are his choice. */
export const NewTipoff = z.strictObject({
  plate: z.string({ error: '请填写号牌号码' }).trim().min(1, '请填写号牌号码').max(20, '号牌号码不超过 20 字'),
  plateColour: z.enum(keysOf(PLATE_COLOURS), '请选择号牌颜色'),
  seen: z.array(z.enum(keysOf(SEEN), '没有这种情形'), { error: '请选择看到的情形' }).min(1, '请至少选择一种看到的情形').max(9),
  at: MOMENT,
  place: z.string({ error: '请填写地点' }).trim().min(2, '请填写地点').max(200, '地点不超过 200 字'),
  /** Degrees in WGS-84, and the radius in which they are true, in metres: set on the map or, where he allowed it, by the device. */
  position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), accuracy: z.number().min(0).max(100_000) }).optional(),
  text: z.string().trim().max(1000, '说明不超过 1000 字').default(''),
  name: z.string().trim().max(50, '姓名不超过 50 字').optional(),
  phone: z.string().trim().regex(/^[0-9-]{7,20}$/, '请填写有效的电话号码').optional(),
})
export type NewTipoff = z.infer<typeof NewTipoff>
export const TipoffReceipt = z.object({ receipt: z.string() })
export type TipoffReceipt = z.infer<typeof TipoffReceipt>

/** Where a report stands (办理状态). */
export const TIPOFF_STATES = { received: '待办理', accepted: '已转线索', joined: '已并入', rejected: '不予受理' } as const
export const TipoffState = z.enum(keysOf(TIPOFF_STATES))
export type TipoffState = z.infer<typeof TipoffState>
/** What the holder of the receipt is told. */
export const TipoffProgress = z.object({ receipt: z.string(), plate: z.string(), receivedOn: z.string(), /** The last day for the answer. */ answerBy: z.string(), basis: z.string(), state: TipoffState, status: z.string(), reason: z.string().optional(), answeredOn: z.string().optional() })
export type TipoffProgress = z.infer<typeof TipoffProgress>

export const TipoffRow = z.object({
  id: z.string(),
  plate: z.string(),
  plateColour: z.enum(keysOf(PLATE_COLOURS)),
  seen: z.array(z.enum(keysOf(SEEN))),
  at: z.string(),
  place: z.string(),
  receivedOn: z.string(),
  answerBy: z.string(),
  state: TipoffState,
  photos: z.number(),
  hasReporter: z.boolean(),
})
export type TipoffRow = z.infer<typeof TipoffRow>
/** An alarm or a trip of that truck around that time, to which the report may be joined. */
export const Near = z.object({ of: z.enum(['alarm', 'trip']), id: z.string(), title: z.string(), from: z.string(), until: z.string().optional(), state: z.string() })
export type Near = z.infer<typeof Near>
export const TipoffView = TipoffRow.extend({
  text: z.string(),
  position: z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.number() }).optional(),
  /** The vehicle of the register that carries this plate. */
  vehicle: z.object({ id: z.string(), enterprise: z.string() }).optional(),
  near: z.array(Near),
  /** What was done with it, in order; the last stands. */
  history: z.array(z.object({ kind: z.enum(['accept', 'join', 'reject', 'reopen']), by: z.string(), at: z.string(), leadNumber: z.string().optional(), joined: z.object({ of: z.enum(['alarm', 'trip']), id: z.string(), title: z.string() }).optional(), reason: z.string().optional() })),
  looks: z.array(z.object({ who: z.string(), at: z.string(), reason: z.string() })),
  mayHandle: z.boolean(),
})
export type TipoffView = z.infer<typeof TipoffView>
export const TipoffQuery = z.object({ search: z.string().max(100).optional(), state: TipoffState.optional(), /** Only those that were joined to this alarm or trip. */ joined: z.string().max(200).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(20) })
export type TipoffQuery = z.infer<typeof TipoffQuery>
export const TipoffPage = z.object({ total: z.number(), rows: z.array(TipoffRow), states: z.array(z.object({ state: TipoffState, count: z.number() })) })
export type TipoffPage = z.infer<typeof TipoffPage>

/** What the desk does with a report; joining and rejecting can be taken back. */
export const TipoffAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('join'), of: z.enum(['alarm', 'trip'], '请选择并入的预警或者趟次'), id: z.string().min(1, '请选择并入的预警或者趟次').max(200) }),
  /** The reporter reads the reason. */
  z.strictObject({ kind: z.literal('reject'), reason: REASON('不予受理的理由') }),
  z.strictObject({ kind: z.literal('reopen'), reason: REASON('撤回的理由') }),
])
export type TipoffAnswer = z.infer<typeof TipoffAnswer>
export const LookReason = z.strictObject({ reason: REASON('查看事由') })
/** Who reported; both are missing where he did not say. */
export const Reporter = z.object({ name: z.string().optional(), phone: z.string().optional() })
export type Reporter = z.infer<typeof Reporter>

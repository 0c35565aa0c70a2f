import { z } from 'zod'

/** What looks wrong with an item, so that a person decides (存疑标记). */
export const FLAGS = {
  'clock-wrong': '设备时钟与服务器相差超过一分钟',
  'in-future': '设备记录的拍摄时间晚于上传时间',
  'outside-district': '拍摄地点在本区之外',
  again: '相同的文件此前已经上传过',
  'no-device-hash': '上传时设备没有计算摘要',
} as const
export type Flag = keyof typeof FLAGS

/** A file of the record with what is known of it (证据文件). */
export const Item = z.object({
  sha256: z.string(),
  sm3: z.string(),
  size: z.number(),
  /** By its bytes, never by its name. */
  media: z.string(),
  name: z.string(),
  /** When the device says that it was taken. */
  takenAt: z.string().optional(),
  /** Seconds by which the device's clock was ahead of ours. */
  clockOffset: z.number().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  /** Metres. */
  accuracy: z.number().optional(),
  device: z.string().optional(),
  officer: z.string(),
  receivedAt: z.string(),
  flags: z.array(z.string()),
})
export type Item = z.infer<typeof Item>

/** What happened to a file (流转记录). */
export const Reading = z.object({ who: z.string(), what: z.enum(['uploaded', 'viewed', 'copied']), at: z.string() })
export type Reading = z.infer<typeof Reading>
/** How the stored bytes were found the last time (完整性检查). */
export const Soundness = z.object({ found: z.enum(['whole', 'damaged', 'missing']), at: z.string() })
/** By which decision a file was destroyed (销毁决定); its digest, its entry and its proof stay. */
export const Destroyed = z.object({ appraisal: z.string(), opinion: z.string(), proposedBy: z.string(), decidedBy: z.string(), decidedAt: z.string(), erasedAt: z.string().optional() })
export type Destroyed = z.infer<typeof Destroyed>
/** Where a file is named (用于何处). */
export const UseView = z.object({ number: z.string(), caseId: z.string().optional(), seq: z.number().optional(), act: z.string().optional(), on: z.string().optional(), by: z.array(z.string()) })
export const ItemView = Item.extend({ readings: z.array(Reading), uses: z.array(UseView), soundness: Soundness.optional(), destroyed: Destroyed.optional() })
export type ItemView = z.infer<typeof ItemView>

/** What the device says beside the bytes: all of it may be missing, none of it is believed without a check. */
export const Said = z.object({
  filename: z.string().max(500).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制摘要').optional(),
  takenAt: z.iso.datetime({ offset: true, error: '应为带时区的时间' }).optional(),
  /** The device's clock at the moment of sending. */
  sentAt: z.iso.datetime({ offset: true, error: '应为带时区的时间' }).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  accuracy: z.coerce.number().min(0).max(100_000).optional(),
  device: z.string().max(200).optional(),
})
export type Said = z.infer<typeof Said>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制摘要')
const Moment = z.iso.datetime({ offset: true, error: '应为带时区的时间' })
const line = (what: string) => z.string().trim().min(1, `请填写${what}`).max(100)
/** Which thing of a case: the act that brought it, and the row of its list. */
const ThingRef = { seq: z.number().int().min(1), item: z.number().int().min(0).max(999) }

/** A thing is handed over (移交): what the giver says. */
export const NewHandover = z.object({
  ...ThingRef,
  turn: z.enum(['handed', 'returned', 'transferred', 'confiscated', 'consumed', 'destroyed']),
  /** A person of the bureau, who confirms himself; or the name of somebody else, whose signature or receipt is taken. */
  toId: z.string().max(64).optional(),
  toName: z.string().trim().max(100).optional(),
  place: line('存放地点'),
  seal: z.string().trim().max(100).optional(),
  photos: z.array(Sha256).max(20, '照片不超过二十张').default([]),
  note: z.string().trim().max(2000).optional(),
  givenAt: Moment,
  /** How many hand-overs of this thing the giver saw. */
  after: z.number().int().min(0),
})
export type NewHandover = z.input<typeof NewHandover>

/** The other side's answer (接收确认). */
export const NewReceipt = z.object({
  ...ThingRef,
  number: z.number().int().min(1),
  accepted: z.boolean(),
  /** What somebody who has no account here drew on the screen, on a field of 1000 by 400. */
  hand: z.array(z.array(z.number().int().min(0).max(1000)).min(4).max(4000)).min(1, '请在签名处书写姓名').max(200).optional(),
  /** A photograph of a signed receipt (收据、回执). */
  receipt: Sha256.optional(),
  note: z.string().trim().max(2000).optional(),
  receivedAt: Moment,
})
export type NewReceipt = z.input<typeof NewReceipt>

export const HandoverView = z.object({
  number: z.number(),
  turn: z.string(),
  from: z.string(),
  to: z.string(),
  place: z.string(),
  seal: z.string().optional(),
  photos: z.array(z.string()),
  note: z.string().optional(),
  givenAt: z.string(),
  recordedBy: z.string(),
  /** Who may confirm it: the named person, or, for somebody without an account, those who may take his signature. */
  toId: z.string().optional(),
  answer: z.object({ accepted: z.boolean(), at: z.string(), by: z.string(), hand: z.array(z.array(z.number())).optional(), receipt: z.string().optional(), note: z.string().optional() }).optional(),
})
export type HandoverView = z.infer<typeof HandoverView>

/** One thing with its way from hand to hand (保管链). */
export const ThingView = z.object({
  seq: z.number(),
  item: z.number(),
  source: z.string(),
  basis: z.string(),
  name: z.string(),
  model: z.string(),
  quantity: z.number(),
  condition: z.string(),
  standing: z.enum(['held', 'underWay', 'ended']),
  ending: z.string().optional(),
  holder: z.string(),
  holderId: z.string().optional(),
  spans: z.array(z.object({ holder: z.string(), place: z.string(), from: z.string(), until: z.string().optional() })),
  /** What is wrong with the chain, in words. */
  gaps: z.array(z.object({ from: z.string(), until: z.string().optional(), because: z.string() })),
  handovers: z.array(HandoverView),
})
export type ThingView = z.infer<typeof ThingView>
export const Custody = z.object({ number: z.string(), things: z.array(ThingView), mayHand: z.boolean() })
export type Custody = z.infer<typeof Custody>

/** Why a record must not go today (不得销毁的理由). */
export const ObstacleView = z.object({ because: z.string(), basis: z.array(z.string()), instead: z.string() })
export const KEPT_STATES = { due: '到期可鉴定', kept: '保管中', proposed: '鉴定中', destroyed: '已销毁' } as const
export const KeptRow = z.object({
  sha256: z.string(),
  name: z.string(),
  media: z.string(),
  size: z.number(),
  officer: z.string(),
  receivedAt: z.string(),
  state: z.enum(['due', 'kept', 'proposed', 'destroyed']),
  /** The last day of its period. */
  until: z.string().optional(),
  obstacles: z.array(ObstacleView),
  uses: z.array(z.object({ number: z.string(), caseId: z.string().optional() })),
})
export type KeptRow = z.infer<typeof KeptRow>
export const KeptQuery = z.object({
  state: z.enum(['due', 'kept', 'proposed', 'destroyed']).optional(),
  search: z.string().max(100).optional(),
  sort: z.enum(['until', 'receivedAt', 'size']).default('until'),
  order: z.enum(['asc', 'desc']).default('asc'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
export type KeptQuery = z.output<typeof KeptQuery>
export const KeptPage = z.object({
  total: z.number(),
  rows: z.array(KeptRow),
  counts: z.record(z.string(), z.number()),
  setting: z.object({ looseMonths: z.number(), source: z.string(), verified: z.boolean() }),
  may: z.object({ appraise: z.boolean(), decide: z.boolean(), hold: z.boolean(), check: z.boolean() }),
})
export type KeptPage = z.infer<typeof KeptPage>

/** An appraisal (鉴定意见): destroy these, or keep them until a later day. */
export const NewAppraisal = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('destroy'), digests: z.array(Sha256).min(1, '请选择文件').max(500), opinion: z.string().trim().min(1, '请写明鉴定意见').max(2000) }),
  z.object({ outcome: z.literal('keep'), digests: z.array(Sha256).min(1, '请选择文件').max(500), opinion: z.string().trim().min(1, '请写明鉴定意见').max(2000), keepUntil: z.iso.date({ error: '请写明继续保管至何日' }) }),
])
export type NewAppraisal = z.infer<typeof NewAppraisal>
export const AppraisalDecision = z.object({ approved: z.boolean(), opinion: z.string().trim().min(1, '请写明审批意见').max(2000) })
export type AppraisalDecision = z.infer<typeof AppraisalDecision>
export const AppraisalView = z.object({
  id: z.string(),
  outcome: z.enum(['destroy', 'keep']),
  keepUntil: z.string().optional(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.number() })),
  opinion: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decision: z.object({ approved: z.boolean(), opinion: z.string(), by: z.string(), at: z.string() }).optional(),
  /** How many of the files are erased by now. */
  erased: z.number(),
})
export type AppraisalView = z.infer<typeof AppraisalView>

/** Somebody wants a file, or all files of a case, to be kept (暂缓销毁). */
export const NewHold = z.object({ sha256: Sha256.optional(), caseNumber: z.string().trim().max(40).optional(), reason: z.string().trim().min(1, '请写明暂缓销毁的理由').max(500) }).refine(({ sha256, caseNumber }) => (sha256 === undefined) !== (caseNumber === undefined || caseNumber === ''), { error: '请写明一个文件或者一个案件编号', path: ['caseNumber'] })
export type NewHold = z.infer<typeof NewHold>
export const HoldView = z.object({ id: z.string(), sha256: z.string().optional(), caseNumber: z.string().optional(), reason: z.string(), by: z.string(), at: z.string(), ended: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional() })
export type HoldView = z.infer<typeof HoldView>
export const HoldEnd = z.object({ reason: z.string().trim().min(1, '请写明解除的理由').max(500) })

/** How the stored files stand (完整性检查). */
export const Checks = z.object({
  files: z.number(),
  /** Of which so many were not compared for a year. */
  old: z.number(),
  run: z.object({ by: z.string(), begunAt: z.string(), total: z.number(), done: z.number(), ended: z.boolean() }).optional(),
  faulty: z.array(z.object({ sha256: z.string(), name: z.string(), found: z.enum(['damaged', 'missing']), at: z.string(), uses: z.array(z.object({ number: z.string(), caseId: z.string().optional() })) })),
  mayBegin: z.boolean(),
})
export type Checks = z.infer<typeof Checks>

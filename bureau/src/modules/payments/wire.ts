import { z } from 'zod'

export const SLIP_KINDS = { decision: '处罚决定', instalment: '分期', surcharge: '加处罚款', demand: '催告' } as const
export const SLIP_STATES = { issued: '待缴', partly: '部分缴纳', paid: '已缴清', overdue: '逾期未缴清', voided: '已作废' } as const
export const ITEM_KINDS = {
  oursOnly: '我方有、银行无',
  theirsOnly: '银行有、我方未入账',
  amount: '金额不符',
  excess: '多缴',
  twice: '重复缴款',
  afterVoiding: '作废后缴款',
  unknown: '缴款码不明',
  noticeOnly: '平台通知、银行无',
  overpaid: '决定变更后应退',
} as const
export const SETTLEMENTS = { pending: '说明原因，继续跟踪', refunded: '已退付', reattributed: '改记到另一缴款码', bankError: '银行差错，已由银行更正', corrected: '我方差错，已在案卷更正' } as const
/** Why a difference of this kind comes about as a rule, and how it is put right (差异的成因与处理). */
export const CURES: Readonly<Record<keyof typeof ITEM_KINDS, string>> = {
  oursOnly: '多为银行延迟记账或者案卷误录。请银行补报后再导入；案卷误录的，在案卷中更正记录。',
  theirsOnly: '案卷此时不能登记这笔缴款，原因见上。案卷可以登记以后改记到正确的缴款码，依法应当退还的退付。',
  amount: '核对银行回单与案卷的缴款记录：案卷有误的在案卷中更正，银行有误的由银行更正后再导入。',
  excess: '超过应缴数额的部分退还缴款人，由财政部门办理退付后在此登记。',
  twice: '同一份通知缴了两次：退还后一笔；确属另一份通知的，改记到那个缴款码。',
  afterVoiding: '通知作废以后仍然缴款：另有通知的，改记到那个缴款码；不应缴纳的，退还。',
  unknown: '银行录入的缴款码没有开具过：问明缴款人后改记到正确的缴款码，或者由银行更正、退回。',
  noticeOnly: '支付平台说已到账，银行文件没有：以银行文件为准，等待或者催请银行补报后再导入。',
  overpaid: '决定撤销、变更后，已经缴纳而不应再缴的部分退还当事人，由财政部门办理退付后在此登记。',
}
export type ItemKind = keyof typeof ITEM_KINDS
/** What has to go back to the payer, as far as nobody recorded that it did (应退). */
export const REFUNDS: readonly ItemKind[] = ['excess', 'twice', 'afterVoiding', 'overpaid']
/** What may belong to another slip (可以改记): the bank has it, and no case does. */
export const PLACEABLE: readonly ItemKind[] = ['unknown', 'afterVoiding', 'twice', 'theirsOnly']
/** waiting: no file of the bank yet; supplementary: something came after it was closed. */
export const DAY_STATES = { waiting: '待导入银行文件', open: '待结账', closed: '已结账', supplementary: '待补充结账' } as const
export type SlipKind = keyof typeof SLIP_KINDS

const kinds = z.enum(['decision', 'instalment', 'surcharge', 'demand'])
const states = z.enum(['issued', 'partly', 'paid', 'overdue', 'voided'])
const itemKinds = z.enum(['oursOnly', 'theirsOnly', 'amount', 'excess', 'twice', 'afterVoiding', 'unknown', 'noticeOnly', 'overpaid'])
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')

/** One entry of a slip: what was paid on it, or why it was voided. */
export const SlipEntry = z.object({ kind: z.enum(['paid', 'voided']), on: z.string(), who: z.string(), at: z.string(), amount: z.string().optional(), serial: z.string().optional(), reason: z.string().optional() })
export const Slip = z.object({
  id: z.string(),
  code: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  kind: kinds,
  instalment: z.number().optional(),
  payer: z.string(),
  decisionNumber: z.string(),
  /** Amounts in yuan. */
  fine: z.string(),
  confiscated: z.string(),
  surcharge: z.string(),
  total: z.string(),
  paid: z.string(),
  payBy: z.string().optional(),
  itemCode: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string(),
  state: states,
  entries: z.array(SlipEntry),
})
export type Slip = z.infer<typeof Slip>
export const SlipPage = z.object({ total: z.number(), rows: z.array(Slip), counts: z.object({ issued: z.number(), partly: z.number(), paid: z.number(), overdue: z.number(), voided: z.number() }) })
export type SlipPage = z.infer<typeof SlipPage>
export const SlipQuery = z.object({
  search: z.string().max(100).optional(),
  state: states.optional(),
  from: Day.optional(),
  to: Day.optional(),
  /** Only what was not voided. */
  standing: z.literal('true').optional(),
  /** Whether it was paid by its last day; what is still open before that day is neither. */
  timely: z.enum(['inTime', 'late']).optional(),
  /** Nobody is sorted by what he owes or paid (行政处罚法第七十四条第三款). */
  sort: z.enum(['code', 'issuedOn', 'payBy']).default('code'),
  order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})
export type SlipQuery = z.infer<typeof SlipQuery>

/** What may be issued in a case now. */
export const Offer = z.object({ kind: kinds, instalment: z.number().optional(), fine: z.string(), confiscated: z.string(), surcharge: z.string(), total: z.string(), payBy: z.string().optional() })
export type Offer = z.infer<typeof Offer>
export const CaseSlips = z.object({ slips: z.array(Slip), offers: z.array(Offer), /** Why there is nothing to issue. */ because: z.string().optional() })
export type CaseSlips = z.infer<typeof CaseSlips>
export const NewSlip = z.object({ caseId: z.string().min(1).max(64), kind: kinds, instalment: z.number().int().min(1).max(100).optional() })
export type NewSlip = z.infer<typeof NewSlip>
export const Voiding = z.object({ reason: z.string().trim().min(1, '请填写作废理由').max(500) })

/** A daily file as the browser read its bytes; the base64 of about a megabyte is some ten thousand rows. */
export const BankFile = z.object({ day: Day, name: z.string().max(200), content: z.base64({ error: '文件内容应为 base64' }).min(1, '文件是空的').max(1_900_000, '文件过大，请分成几个') })
export type BankFile = z.infer<typeof BankFile>
export const FileRow = z.object({ line: z.number(), serial: z.string(), code: z.string(), amount: z.string(), payer: z.string(), voucher: z.string(), known: z.boolean() })
export type FileRow = z.infer<typeof FileRow>
export const FilePreview = z.object({ rows: z.array(FileRow), total: z.string(), unread: z.array(z.string()), encoding: z.string() })
export type FilePreview = z.infer<typeof FilePreview>
export const TakenIn = z.object({ added: z.number(), known: z.number(), booked: z.number(), held: z.number() })
export type TakenIn = z.infer<typeof TakenIn>

const oneLine = (label: string, max: number) => z.string().max(max).regex(/^[^\p{Cc}]*$/u, `${label}不能有换行和控制字符`)
export const Notice = z.strictObject({ serial: oneLine('银行流水号', 64).min(1, '没有银行流水号'), code: oneLine('缴款码', 32), amount: oneLine('金额', 20), paidOn: oneLine('入账日期', 10), payer: oneLine('缴款人', 200), voucher: oneLine('凭证号', 64).optional() })
export type Notice = z.infer<typeof Notice>
export const Noticed = z.object({ serial: z.string(), known: z.boolean(), booked: z.boolean(), held: z.string().optional() })

export const ItemEntry = z.object({ kind: z.enum(['pending', 'refunded', 'reattributed', 'bankError', 'corrected']), reason: z.string(), who: z.string(), at: z.string(), code: z.string().optional() })
export const Item = z.object({
  key: z.string(),
  day: z.string(),
  kind: itemKinds,
  says: z.string(),
  ours: z.string(),
  theirs: z.string(),
  serial: z.string().optional(),
  code: z.string().optional(),
  payer: z.string().optional(),
  caseId: z.string().optional(),
  caseNumber: z.string().optional(),
  /** Open: nobody said why. Explained: somebody did, it is still to be settled. */
  state: z.enum(['open', 'explained', 'settled']),
  entries: z.array(ItemEntry),
})
export type Item = z.infer<typeof Item>
export const NewItemEntry = z.object({ key: z.string().min(1).max(200), kind: z.enum(['pending', 'refunded', 'reattributed', 'bankError', 'corrected']), reason: z.string().trim().min(1, '请写明理由').max(1000), code: z.string().max(40).optional() })
export type NewItemEntry = z.infer<typeof NewItemEntry>

export const Matched = z.object({ serial: z.string(), amount: z.string(), caseId: z.string(), caseNumber: z.string(), payer: z.string(), spot: z.boolean() })
export const Totals = z.object({ books: z.string(), bank: z.string(), matched: z.string(), oursApart: z.string(), theirsApart: z.string(), matchedCount: z.number() })
export type Totals = z.infer<typeof Totals>
export const Closing = z.object({ round: z.number(), who: z.string(), at: z.string(), note: z.string(), totals: Totals })
export const DayView = z.object({
  day: z.string(),
  state: z.enum(['waiting', 'open', 'closed', 'supplementary']),
  files: z.array(z.object({ name: z.string(), rows: z.number(), total: z.string(), who: z.string(), at: z.string(), sha256: z.string() })),
  totals: Totals,
  matched: z.array(Matched),
  items: z.array(Item),
  closings: z.array(Closing),
})
export type DayView = z.infer<typeof DayView>
export const DayRow = z.object({ day: z.string(), state: z.enum(['waiting', 'open', 'closed', 'supplementary']), bank: z.string(), rows: z.number(), open: z.number(), explained: z.number() })
export type DayRow = z.infer<typeof DayRow>
export const Days = z.object({ days: z.array(DayRow) })
export type Days = z.infer<typeof Days>
/** Which differences: of the days between, of one kind of standing, or what is to be paid back. */
export const ItemQuery = z.object({ which: z.enum(['unsettled', 'refund', 'all']).default('unsettled'), from: Day.optional(), to: Day.optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) })
export type ItemQuery = z.infer<typeof ItemQuery>
export const Items = z.object({ total: z.number(), items: z.array(Item), counts: z.object({ open: z.number(), explained: z.number(), refundDue: z.string() }) })
export type Items = z.infer<typeof Items>
/** A difference after something was said of it; absent where both sides now agree. */
export const SettledItem = z.object({ item: Item.optional() })
export type SettledItem = z.infer<typeof SettledItem>

/** What a payer sees of a slip: his name masked. */
export const PublicSlip = z.object({
  code: z.string(),
  payer: z.string(),
  /** Who decided. */
  agency: z.string(),
  decisionNumber: z.string(),
  kind: kinds,
  state: states,
  total: z.string(),
  paid: z.string(),
  payBy: z.string().optional(),
  /** The additional fine of the case as of today. */
  surcharge: z.string(),
  /** What is to be paid on this slip today, the additional fine with it. */
  owed: z.string(),
  today: z.string(),
  bank: z.string(),
  bankAddress: z.string(),
  isExample: z.boolean(),
})
export type PublicSlip = z.infer<typeof PublicSlip>

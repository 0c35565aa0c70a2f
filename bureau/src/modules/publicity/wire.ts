import { z } from 'zod'

/** What the public may see of a decision (公示接口): names of natural persons, numbers and addresses are masked. */
export const PUBLIC_KINDS = { penalty: '行政处罚', measure: '查封、扣押', performance: '代履行', demolition: '强制拆除' } as const
const PublicKind = z.enum(['penalty', 'measure', 'performance', 'demolition'])
export const PublicDecision = z.object({
  id: z.string(),
  kind: PublicKind,
  number: z.string(),
  party: z.string(),
  partyKind: z.string(),
  creditCode: z.string().optional(),
  matter: z.string(),
  basis: z.string(),
  facts: z.string(),
  kinds: z.array(z.string()),
  fine: z.string().optional(),
  decidedOn: z.string(),
  publishedOn: z.string(),
  agency: z.string(),
  /** What was concluded, of a decision that is no penalty. */
  conclusion: z.string().optional(),
  /** The last day of the term of publication. */
  until: z.string().optional(),
  withdrawn: z.object({ on: z.string(), reason: z.string() }).optional(),
})
export type PublicDecision = z.infer<typeof PublicDecision>
export const PublicPage = z.object({ total: z.number(), rows: z.array(PublicDecision) })
export type PublicPage = z.infer<typeof PublicPage>
export const PublicQuery = z.object({ search: z.string().max(100).optional(), kind: PublicKind.optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(50).default(20) })

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')
export const CreditQuery = z.object({ from: DAY, to: DAY, party: z.enum(['organisation', 'citizen']).default('organisation') })

/** What would be exported, what is wrong with it, and what was exported before (双公示). */
export const CreditView = z.object({
  records: z.number(),
  findings: z.array(z.object({ caseId: z.string(), caseNumber: z.string(), row: z.number(), header: z.string(), weight: z.enum(['fault', 'doubt']), because: z.string(), instead: z.string() })),
  exports: z.array(z.object({ at: z.string(), who: z.string(), from: z.string(), to: z.string(), party: z.string(), format: z.string(), records: z.number(), faults: z.number(), sha256: z.string() })),
})
export type CreditView = z.infer<typeof CreditView>

/** A row that lacks, or that nobody has verified yet (公示缺项): what, on which ground, and what to do. */
export const Lack = z.object({ section: z.string(), what: z.string(), weight: z.enum(['missing', 'unverified']), basis: z.array(z.string()), instead: z.string() })
export type Lack = z.infer<typeof Lack>
/** One list of what is made public before anything is done (事前公开): a table, whatever it lists. */
export const Section = z.object({
  key: z.string(),
  title: z.string(),
  basis: z.array(z.string()),
  note: z.string().optional(),
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
  rows: z.array(z.record(z.string(), z.string())),
})
export type Section = z.infer<typeof Section>
export const Catalogue = z.object({ agency: z.string(), on: z.string(), sections: z.array(Section), procedures: z.array(z.object({ code: z.string(), name: z.string() })) })
export type Catalogue = z.infer<typeof Catalogue>
export const CatalogueQuery = z.object({ on: DAY.optional() })
export const Lacks = z.object({ on: z.string(), lacks: z.array(Lack) })
export type Lacks = z.infer<typeof Lacks>

const Duty = z.object({ says: z.string(), since: z.string(), within: z.string().optional(), basis: z.array(z.string()) })
/** A procedure as it is drawn for everybody (执法流程图). */
export const ChartView = z.object({
  code: z.string(),
  name: z.string(),
  on: z.string(),
  stages: z.array(z.object({
    name: z.string(),
    acts: z.array(z.object({ kind: z.string(), name: z.string(), by: z.array(z.string()), basis: z.array(z.string()), help: z.string(), after: z.array(z.string()), duties: z.array(Duty), opens: z.boolean(), ends: z.boolean() })),
  })),
})
export type ChartView = z.infer<typeof ChartView>

/** An entry of the open data (开放数据条目). One that is no longer public keeps its number and says why. */
export const FeedEntry = z.discriminatedUnion('state', [
  z.object({ state: z.literal('published'), id: z.string(), changedAt: z.string(), proof: z.string(), decision: PublicDecision }),
  z.object({ state: z.enum(['withdrawn', 'expired', 'repaired']), id: z.string(), changedAt: z.string(), proof: z.string(), number: z.string(), kind: PublicKind, on: z.string(), reason: z.string() }),
])
export type FeedEntry = z.infer<typeof FeedEntry>
export const FeedPage = z.object({
  agency: z.string(),
  schema: z.string(),
  /** Where to go on: the same question with this cursor gives what changed since. */
  cursor: z.string().optional(),
  more: z.boolean(),
  entries: z.array(FeedEntry),
})
export type FeedPage = z.infer<typeof FeedPage>
export const FeedQuery = z.object({ cursor: z.string().max(200).optional(), size: z.coerce.number().int().min(1).max(200).default(100) })
export type FeedQuery = z.infer<typeof FeedQuery>

/** What a party sends to have a published penalty ended early (信用修复网上申请). */
export const RepairRequest = z.object({
  number: z.string().trim().min(1, '请填写处罚决定书文号').max(128),
  name: z.string().trim().min(1, '请填写姓名或者名称').max(200),
  code: z.string().trim().min(6, '请填写身份证号或者统一社会信用代码').max(18),
  phone: z.string().trim().regex(/^[0-9-]{7,20}$/, '请填写联系电话'),
  reason: z.string().trim().min(1, '请填写履行、改正的情况').max(2000),
  commitment: z.literal(true, '请先作出信用承诺'),
})
export type RepairRequest = z.infer<typeof RepairRequest>
export const RepairReceipt = z.object({ receipt: z.string() })
export const RepairProgress = z.object({ receipt: z.string(), receivedOn: z.string(), state: z.enum(['received', 'dismissed', 'handled']), status: z.string(), reason: z.string().optional() })
export type RepairProgress = z.infer<typeof RepairProgress>
/** An application as the office sees it, with the penalty that it is about where one was found. */
export const RepairRow = RepairRequest.omit({ commitment: true }).extend({
  receipt: z.string(),
  receivedOn: z.string(),
  state: z.enum(['received', 'dismissed', 'handled']),
  about: z.object({ caseId: z.string(), caseNumber: z.string(), decidedOn: z.string(), publishedOn: z.string(), from: z.string() }).optional(),
  dismissed: z.object({ by: z.string(), reason: z.string() }).optional(),
  handled: z.object({ caseId: z.string(), caseNumber: z.string(), status: z.string() }).optional(),
})
export type RepairRow = z.infer<typeof RepairRow>
export const RepairPage = z.object({ total: z.number(), rows: z.array(RepairRow) })
export type RepairPage = z.infer<typeof RepairPage>
export const RepairQuery = z.object({ state: z.enum(['received', 'dismissed', 'handled']).optional(), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(50).default(20) })
export type RepairQuery = z.infer<typeof RepairQuery>

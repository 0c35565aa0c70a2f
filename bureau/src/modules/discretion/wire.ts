import { z } from 'zod'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期')

/** By whom a benchmark was issued (制定机关的层级). */
export const LEVELS = { state: '国务院部门', province: '省级机关', city: '市级机关', district: '区县机关' } as const

/** How a benchmark came into the world (发布信息). */
export const Issue = z.object({
  /** 文件名称. */
  title: z.string().trim().min(1, '请填写文件名称').max(200),
  documentNumber: z.string().trim().min(1, '请填写文号').max(100),
  issuer: z.string().trim().min(1, '请填写制定机关').max(100),
  level: z.enum(['state', 'province', 'city', 'district']),
  /** From which day acts are judged by it. */
  from: Day,
  /** Made up to learn from, and no benchmark that anybody issued. */
  example: z.boolean(),
  source: z.string().trim().max(500),
})
export type Issue = z.infer<typeof Issue>
/** A benchmark to publish; its content is `zhunsheng.benchmark/1`, read by the engine itself. */
export const NewBenchmark = z.object({ issue: Issue, content: z.unknown() })

export const Version = Issue.extend({ matter: z.string(), matterName: z.string(), version: z.number(), rows: z.number(), publishedBy: z.string(), publishedAt: z.string() })
export type Version = z.infer<typeof Version>
export const VersionList = z.object({ rows: z.array(Version), /** Matters whose clause names no amount: there is nothing to divide. */ without: z.array(z.object({ matter: z.string(), name: z.string() })) })
export type VersionList = z.infer<typeof VersionList>
export const BenchmarkView = z.object({ version: Version, content: z.unknown(), versions: z.array(Version) })
export type BenchmarkView = z.infer<typeof BenchmarkView>

export const FindingView = z.object({ kind: z.string(), weight: z.enum(['fault', 'note']), rows: z.array(z.number()), says: z.string() })
export type FindingView = z.infer<typeof FindingView>
export const Checked = z.object({ findings: z.array(FindingView), publishable: z.boolean() })
/** What a workbook held: benchmarks, or what is wrong by sheet and cell. */
export const ReadBook = z.object({ sheets: z.array(z.object({ name: z.string(), content: z.unknown().optional(), faults: z.array(z.object({ cell: z.string(), because: z.string() })) })) })
export type ReadBook = z.infer<typeof ReadBook>

export const OnDay = z.object({ on: Day.optional() })
export const FORMULA_NAMES = { chongqing: '重庆百分比公式', chengdu: '成都三档公式' } as const

/** Facts of a case for the calculator, by factor code. */
export const Apply = z.object({ on: Day.optional(), answers: z.record(z.string().max(40), z.union([z.string().max(100), z.number(), z.boolean()])) })
/** What the benchmark gives, as an act states it; while factors are open, no tier. Amounts in yuan. */
export const AppliedView = z.object({ benchmark: z.string(), says: z.string(), open: z.array(z.string()), tier: z.string().optional(), band: z.object({ low: z.string(), high: z.string() }).optional() })

/** Every benchmark of a day with its content, for a phone that will be without signal. */
export const BenchmarkTables = z.object({ rows: z.array(z.object({ version: Version, content: z.unknown() })) })
export type BenchmarkTables = z.infer<typeof BenchmarkTables>

/** A new version to try: one that was published, or a draft that is being edited. */
const Tried = z.discriminatedUnion('is', [z.object({ is: z.literal('version'), version: z.int().positive() }), z.object({ is: z.literal('draft'), content: z.unknown() })])
/** Which cases to try it on (以旧案试算); without a version before, the one in force today is compared with. */
export const ReplayBody = z.object({ matter: z.string().max(64), from: Day, to: Day, before: z.int().positive().optional(), after: Tried })
export type ReplayBody = z.infer<typeof ReplayBody>

/** Who tries a version on decided cases. */
export const REPLAYERS: readonly string[] = ['legalReviewer', 'bureauLeader', 'supervisor']
export const CHANGES = { heavier: '变重', lighter: '变轻', mixed: '有增有减', unanswered: '得不出结果', same: '不变' } as const
/** What a version makes of a case, in words; a row counts from one, amounts in yuan. */
export const OutcomeView = z.object({ says: z.string(), row: z.number().optional(), low: z.string().optional(), high: z.string().optional() })
export type OutcomeView = z.infer<typeof OutcomeView>
export const ReplayedView = z.object({
  id: z.string(), number: z.string(), decidedOn: z.string(), change: z.enum(['heavier', 'lighter', 'mixed', 'unanswered']), before: OutcomeView, after: OutcomeView,
  /** By how much both ends of the band move, in yuan; nothing where one of the versions gives no answer. */
  moved: z.object({ low: z.string(), high: z.string() }).optional(),
  /** What was imposed, in yuan, and whether it could still be. */
  fine: z.string().optional(), fineStands: z.boolean().optional(),
})
export type ReplayedView = z.infer<typeof ReplayedView>
export const ReplayView = z.object({
  before: z.string(), after: z.string(), from: z.string(), to: z.string(),
  counts: z.object({ decided: z.number(), same: z.number(), heavier: z.number(), lighter: z.number(), mixed: z.number(), unanswered: z.number(), /** Decided without a benchmark, so that nothing can be tried. */ unstated: z.number(), /** Fines that lie outside the new band. */ outside: z.number() }),
  /** Whatever comes out otherwise, the greatest difference first. */
  rows: z.array(ReplayedView),
})
export type ReplayView = z.infer<typeof ReplayView>

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

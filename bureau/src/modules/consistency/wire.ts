import { z } from 'zod'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为日期，写作 2021-03-01')

/** Who sees like cases beside a proposed one. */
export const COMPARERS: readonly string[] = ['officer', 'teamLeader', 'legalReviewer', 'bureauLeader', 'supervisor']
/** Who looks for people and places that deviate, and sees what was found. */
export const SCANNERS: readonly string[] = ['legalReviewer', 'bureauLeader', 'supervisor']
/** Who answers to a finding. */
export const EXPLAINERS: readonly string[] = ['legalReviewer', 'bureauLeader']

/** A case to compare (类案检索): what is known of its factors, and the fine that is proposed, in yuan. */
export const LikeBody = z.object({
  matter: z.string().max(64),
  on: Day.optional(),
  answers: z.record(z.string().max(40), z.union([z.string().max(100), z.number(), z.boolean()])),
  fine: z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, '金额以元为单位，精确到分').optional(),
  /** Itself, which is left out. */
  caseId: z.string().max(64).optional(),
  /** The fine was imposed and is proposed no more, and is spoken of so. */
  decided: z.boolean().optional(),
})
export type LikeBody = z.infer<typeof LikeBody>
/** Amounts in yuan. */
export const BoxView = z.object({ count: z.number(), least: z.string(), lowerQuarter: z.string(), middle: z.string(), upperQuarter: z.string(), most: z.string() })
export type BoxView = z.infer<typeof BoxView>
export const LikeCase = z.object({
  id: z.string(), number: z.string(), decidedOn: z.string(), exempt: z.boolean(), fine: z.string().optional(), tier: z.string().optional(), team: z.string(),
  /** The law itself made it lighter (行政处罚法第三十条至第三十二条): shown, but not counted among the amounts. */
  lighter: z.boolean(),
  /** 0 alike in every factor, 1 different in all. */
  distance: z.number(),
  /** What it differs in, the greatest difference first, in words. */
  differs: z.array(z.object({ name: z.string(), here: z.string(), there: z.string() })),
})
export type LikeCase = z.infer<typeof LikeCase>
export const LikeView = z.object({
  from: z.string(), to: z.string(),
  /** Decided cases of the matter in these days; of more than `looked` the latest were looked at. */
  looked: z.number(),
  /** Without a benchmark there are no factors to compare by. */
  byFactors: z.boolean(),
  near: z.array(LikeCase),
  amounts: BoxView.optional(),
  /** The share of the like cases below the proposed fine, and what is said of it. */
  position: z.number().optional(),
  verdict: z.enum(['tooFew', 'usual', 'apart']).optional(),
  says: z.string(),
})
export type LikeView = z.infer<typeof LikeView>

export const DIMENSION_NAMES = { officer: '主办人员', team: '中队、科室', town: '镇街', month: '月份' } as const
const Dimension = z.enum(['officer', 'team', 'town', 'month'])
/** Over which days to look, and how sure to be that nothing of it all is chance. */
export const ScanBody = z.object({ from: Day, to: Day, confidence: z.number().min(0.9).max(0.99999).default(0.999) })
export type ScanBody = z.infer<typeof ScanBody>
export const EXPLANATIONS = { explained: '有正当理由', followUp: '需要核查', corrected: '已经纠正' } as const
export const NewExplanation = z.object({ kind: z.enum(['explained', 'followUp', 'corrected']), says: z.string().trim().min(1, '请写明说明的内容').max(2000) })
export type NewExplanation = z.infer<typeof NewExplanation>
export const Explanation = NewExplanation.extend({ by: z.string(), at: z.string() })
export type Explanation = z.infer<typeof Explanation>
/** A group that decides otherwise than the rest on like cases (偏离): a question, not a reproach. */
export const Finding = z.object({
  /** Its place in the scan, from 1. */
  number: z.number(),
  about: z.enum(['fine', 'exemption']), dimension: Dimension, value: z.string(), valueName: z.string(), matter: z.string().optional(), matterName: z.string().optional(),
  cases: z.number(), others: z.number(),
  /** Times as high as the others, or as often, with the ends of the interval at the scan's confidence. */
  effect: z.number(), low: z.number(), high: z.number(), chance: z.number(), observed: z.number().optional(), expected: z.number().optional(),
  says: z.string(), explanations: z.array(Explanation),
})
export type Finding = z.infer<typeof Finding>
export const ScanHead = z.object({ id: z.string(), from: z.string(), to: z.string(), confidence: z.number(), cases: z.number(), findings: z.number(), open: z.number(), by: z.string(), at: z.string() })
export type ScanHead = z.infer<typeof ScanHead>
export const ScanView = ScanHead.extend({
  /** How many groups were compared, and below how many cases a group is not judged. */
  compared: z.number(), minimumCases: z.number(), minimumEffect: z.number(),
  /** SHA-256 of every compared case of the period: the same data give the same findings. */
  digest: z.string(),
  found: z.array(Finding),
  tooFew: z.array(z.object({ dimension: Dimension, value: z.string(), valueName: z.string(), cases: z.number() })),
})
export type ScanView = z.infer<typeof ScanView>
/** Whether a scan done again finds the same; cases decided, changed or revoked since make other data. */
export const Again = z.object({ sameData: z.boolean(), sameFindings: z.boolean(), cases: z.number() })
export type Again = z.infer<typeof Again>

/** Cases alike in what explains the amount, those of the group and the others (可比组). */
export const StratumView = z.object({ says: z.string(), own: BoxView.optional(), others: BoxView.optional(), ownCases: z.number(), otherCases: z.number(), ownExempt: z.number(), otherExempt: z.number(), unit: z.string() })
export type StratumView = z.infer<typeof StratumView>
export const BehindCase = z.object({ id: z.string(), number: z.string(), decidedOn: z.string(), officer: z.string(), team: z.string(), town: z.string(), exempt: z.boolean(), fine: z.string().optional(), stratum: z.string(), /** How many times the middle of the others in its stratum. */ times: z.number().optional() })
export type BehindCase = z.infer<typeof BehindCase>
/** What a finding rests on: strata and the group's own cases, the farthest first. */
export const Behind = z.object({ finding: Finding, strata: z.array(StratumView), cases: z.array(BehindCase), /** More there were than are shown. */ more: z.number() })
export type Behind = z.infer<typeof Behind>

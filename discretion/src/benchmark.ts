/** What a factor is counted or judged in, and in which direction it makes the act worse (裁量因素). */
export type Factor = NumberFactor | ChoiceFactor | FlagFactor

interface Named {
  /** Short English word by which rows and facts name it. */
  readonly code: string
  /** 中文名称, as the form asks it. */
  readonly name: string
  /** How it is counted: what a "first" time is, from when a year runs. Shown beside the question. */
  readonly help?: string
}
export interface NumberFactor extends Named {
  readonly kind: 'number'
  /** 计量单位: 次, 平方米, 立方米, 日. */
  readonly unit: string
  /** Lowest and highest value with which the act is an offence at all; without a highest one there is none. */
  readonly from: Bound
  readonly to?: Bound
  /** Counted in whole numbers (次数、车辆数). */
  readonly whole: boolean
  readonly worse: 'more' | 'less' | 'neither'
}
export interface ChoiceFactor extends Named {
  readonly kind: 'choice'
  /** In the order of gravity where `worse` is `later`. */
  readonly values: readonly { readonly code: string; readonly name: string }[]
  readonly worse: 'later' | 'neither'
}
export interface FlagFactor extends Named {
  readonly kind: 'flag'
  readonly worse: 'yes' | 'no' | 'neither'
}

/** An end of a range of numbers; 以上、以下 include it, 不足、超过 do not (民法典第一千二百五十九条). */
export interface Bound {
  readonly at: number
  readonly included: boolean
}

/** What a row asks of one factor. A factor that it does not name may be anything. */
export type Test =
  | { readonly is: 'range'; readonly from?: Bound; readonly to?: Bound }
  | { readonly is: 'oneOf'; readonly values: readonly string[] }
  | { readonly is: 'flag'; readonly value: boolean }

/** Tiers from the lightest to the gravest (裁量阶次). A benchmark uses those that it needs. */
export const TIERS = {
  exempt: '不予处罚',
  mitigated: '减轻',
  slight: '轻微',
  lighter: '较轻',
  ordinary: '一般',
  heavier: '较重',
  grave: '严重',
} as const
export type Tier = keyof typeof TIERS
export const TIERS_IN_ORDER: readonly Tier[] = ['exempt', 'mitigated', 'slight', 'lighter', 'ordinary', 'heavier', 'grave']

/**
 * What is decided by discretion (裁量权的种类), 国办发〔2022〕27号: benchmarks are made for penalties, and for licences, inspections and
 * coercive measures too. A benchmark that does not say is one for a penalty.
 */
export const CONCERNS = { penalty: '行政处罚', licence: '行政许可', inspection: '行政检查', coercion: '行政强制' } as const
export type Concern = keyof typeof CONCERNS
export const CONCERN_KEYS: readonly Concern[] = ['penalty', 'licence', 'inspection', 'coercion']

/** What a row answers (处理幅度). Amounts are in the unit of its range; both ends are included. A fine is money; a span is what is counted or chosen. */
export type Band = { readonly is: 'exempt' } | { readonly is: 'warning' } | { readonly is: 'fine' | 'span'; readonly min: bigint; readonly max: bigint }

/** What one unit of an amount is. */
export type Measure =
  /** Fen. */
  | { readonly is: 'fen' }
  /** Fen for each unit of a number factor (每平方米、每日). */
  | { readonly is: 'fenEach'; readonly factor: string }
  /** Millionths of a sum of money, itself a number factor in fen (工程造价的百分之五). */
  | { readonly is: 'millionths'; readonly factor: string }
  /** Whole numbers of something (查封三十日, 每年两次). */
  | { readonly is: 'count'; readonly unit: string }
  /** What may be decided, from the lightest to the gravest, counted from 0 (准予、附条件准予、不予). */
  | { readonly is: 'steps'; readonly steps: readonly string[] }

/** The range that the statute gives (法定幅度), within which every row must stay; both ends are included. */
export interface StatutoryRange {
  /** What sets this range apart where the clause has several: 对个人, 情节严重. */
  readonly name: string
  readonly basis: string
  /** Without a lowest amount the statute names none. */
  readonly min?: bigint
  readonly max: bigint
  readonly measure: Measure
}

/** Conditions, by factor code; every one must hold. */
export type When = Readonly<Record<string, Test>>

export interface Row {
  readonly tier: Tier
  /** The name that the benchmark itself gives to the tier, where it is another. */
  readonly label?: string
  readonly when: When
  readonly band: Band
  /** Which of the benchmark's ranges it lies in, counted from 0. */
  readonly range: number
  /** What else follows (并处): confiscation of tools. */
  readonly and?: string
  /** Where it stands in the sheet that it was read from: 第 5 行. */
  readonly place?: string
}

/**
 * Which row answers where several hold (命中策略), after DMN 1.x: `unique` never more than one; `any` several with one and the same
 * answer; `first` the first of them; `gravest` the gravest one (DMN: PRIORITY, in the order of tiers, then of bands).
 */
export type HitPolicy = 'unique' | 'any' | 'first' | 'gravest'

/** The discretion table of one matter (裁量权基准), as its issuer published it. */
export interface Benchmark {
  readonly form: 'zhunsheng.benchmark/1'
  /** Without it: a penalty. */
  readonly concerns?: Exclude<Concern, 'penalty'>
  /** Of the matter in the power list (执法事项). */
  readonly matter: string
  /** 违法行为, by which contradictions between tables are found. */
  readonly conduct: string
  readonly hit: HitPolicy
  readonly factors: readonly Factor[]
  readonly ranges: readonly StatutoryRange[]
  readonly rows: readonly Row[]
  /** Facts with which the act is no offence under this clause (不属本项), and why: a row must not reach them, and they are no gap. */
  readonly notThis: readonly { readonly when: When; readonly says: string }[]
}

/** What was found in a case (裁量事实), by factor code. What is not yet known is absent. */
export type Facts = Readonly<Record<string, number | string | boolean>>

import type { Facts } from './benchmark.ts'

/** What is wrong with a benchmark (检查结果). A fault keeps it from being published; a note is for whoever reads it. */
export interface Finding {
  readonly kind:
    /** A combination of factors has no answer (空白). */
    | 'gap'
    /** Several rows hold, and nothing says which answers (重叠). */
    | 'overlap'
    /** One and the same facts lie in two statutory ranges (跨幅度). */
    | 'twoRanges'
    /** An amount lies outside the statutory range (超出法定幅度). */
    | 'outside'
    /** The lower end of a band lies above its upper end (上下限颠倒). */
    | 'inverted'
    /** A row takes in values with which the act is no offence (超出违法范围). */
    | 'beyond'
    /** A worse factor makes the band lighter (情节更重而处罚更轻). */
    | 'falls'
    /** A row that never answers (无效行). */
    | 'never'
    /** An end of the statutory range that no row reaches (幅度未用). */
    | 'unused'
    /** Rows that hold together, settled by the hit policy (重叠，已有规则). */
    | 'settled'
  readonly weight: 'fault' | 'note'
  /** Rows concerned, counted from 0. */
  readonly rows: readonly number[]
  /** Facts that show it; those that it does not name may be anything. */
  readonly example?: Facts
  /** For `falls`: the worse facts that come out lighter. */
  readonly worse?: Facts
  readonly says: string
}

/** Whether a benchmark may be published. */
export const isPublishable = (findings: readonly Finding[]): boolean => findings.every(({ weight }) => weight === 'note')

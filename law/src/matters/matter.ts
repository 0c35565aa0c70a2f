import type { Citation } from '../article.ts'
import type { Fen } from '../money.ts'
import type { Interval } from '../interval.ts'

/** Whom a fine clause means (处罚对象). */
export type Subject = 'any' | 'citizen' | 'organisation' | 'contractor' | 'developer' | 'carrier' | 'vehicle'
/** The circumstance that a band belongs to (情形), where the clause has several. */
export type Band = 'refuses' | 'grave' | 'corrected' | 'notCorrected' | 'ownWaste' | 'minor' | 'serious' | 'publicGreen' | 'otherGreen'

/** One amount that a fine clause names (罚款幅度). Both ends are included. */
export type Fine = { readonly subjects: readonly Subject[]; readonly band?: Band } & (
  | { readonly unit: 'yuan' | 'yuanPerDay' | 'yuanPerSquareMetre'; readonly min?: Fen; readonly max: Fen }
  /** A multiple or a percentage of a value that must be appraised first. */
  | { readonly unit: 'timesCompensation' | 'timesLandPrice' | 'timesValue' | 'timesCost' | 'percentOfCost'; readonly from?: number; readonly to: number }
  /** The clause threatens a fine, but the text names no amount: an amount must come from another norm. */
  | { readonly unit: 'unspecified' }
)

/** What must have happened before the fine (处罚前提). */
export const PRECONDITIONS = {
  none: '无',
  deadline: '责令限期改正，逾期不改',
  refuses: '拒不改正',
  refusesHigher: '无；拒不改正的处罚更重',
  orderFirst: '先责令改正',
  orderMayFine: '责令改正，可以并处罚款',
  persuasion: '先劝阻；不听劝阻的警告，可以并处罚款',
  bandsByCorrection: '依是否按期改正分档',
  bandsByCircumstance: '依情节分档',
  adSteps: '十五日内改正，逾期责令停止使用，拒不停止的罚款',
  restore: '逾期不恢复',
  grave: '情节严重',
  correctable: '尚可采取改正措施消除影响',
  notCorrectable: '无法采取改正措施消除影响',
} as const
export type Precondition = keyof typeof PRECONDITIONS

/** A matter of the power list (执法事项): an offence, with its fine clause and the days on which it can be committed. */
export interface Matter {
  readonly id: string
  readonly field: string
  readonly name: string
  /** What is done, in our own words (违法行为). The clause itself decides. */
  readonly conduct: string
  /** The norm that is broken (违反的条款). Absent where the fine clause names none, or its text was not found. */
  readonly violates?: Citation
  /** The clause that threatens the fine (处罚依据). */
  readonly basis: Citation
  readonly fines: readonly Fine[]
  readonly precondition: Precondition
  /** What else the clause orders (其他措施). */
  readonly measures: string
  readonly valid: Interval
  /** `local`: who is competent is decided by the place's division of duties, in its power list. */
  readonly competence: 'bureau' | 'local' | 'transfer'
  /** Whether the clause was read in the text. */
  readonly verified: boolean
  readonly overlaps: readonly string[]
}

import { apl, gbf118, type Citation } from './article.ts'
import { day, type Day } from './day.ts'
import { formatYuan, type Fen } from './money.ts'
import { PENALTY_KINDS, type PenaltyKind } from './penalty/forms.ts'

/** When a decision is a major one (重大执法决定的情形), as data: it can be evaluated, explained and printed. */
export type MajorCondition =
  /** 行政处罚法第五十八条第一款第（一）项 to 第（四）项. */
  | { readonly is: 'publicInterest' | 'heard' | 'difficult' | 'otherLaw' }
  /** At or above (以上, 含本数). */
  | { readonly is: 'fineFrom' | 'confiscationFrom'; readonly citizen: Fen; readonly organisation: Fen }
  | { readonly is: 'kinds'; readonly of: readonly PenaltyKind[] }
  /** What the investigation proposes (处理意见). */
  | { readonly is: 'finding'; readonly of: readonly MajorFinding[] }
  /** Sealing or seizing things worth that much or more; without a value, any. */
  | { readonly is: 'measure'; readonly of: readonly MeasureKind[]; readonly valueFrom?: Fen }
  | { readonly is: 'removal' | 'performance' }
  /** All of these (且). */
  | { readonly is: 'all'; readonly of: readonly MajorCondition[] }

/** What an investigation may propose (处理意见). */
export const FINDINGS = { penalise: '给予行政处罚', exempt: '不予行政处罚', unfounded: '违法事实不能成立，不予行政处罚', crime: '涉嫌犯罪，移送司法机关' } as const
type MajorFinding = keyof typeof FINDINGS
/** What may be taken into the bureau's hands (查封、扣押). */
export const MEASURES = { seal: '查封', seize: '扣押' } as const
type MeasureKind = keyof typeof MEASURES

/** A row of the list of major decisions (重大执法决定目录). */
export interface MajorRow {
  readonly code: string
  readonly name: string
  readonly condition: MajorCondition
  /** The first day on which the row applies; without it, always. */
  readonly from?: Day
  readonly basis: readonly Citation[]
  /** Where the row was read, and whether that reading was verified. */
  readonly source: string
  readonly verified: boolean
}

const STATUTE = '《行政处罚法》第五十八条第一款，已核对条文'
const ofPenalty = (condition: MajorCondition): MajorCondition => ({ is: 'all', of: [{ is: 'finding', of: ['penalise'] }, condition] })
/** Rows that no bureau can take out (法定情形). The last is not in the penalty law: it has always stood in this system. */
export const FIXED_ROWS: readonly MajorRow[] = [
  { code: 'apl58.1', name: '涉及重大公共利益', condition: ofPenalty({ is: 'publicInterest' }), basis: [apl(58, 1, 1)], source: STATUTE, verified: true },
  { code: 'apl58.2', name: '直接关系重大权益，经过听证程序', condition: ofPenalty({ is: 'heard' }), basis: [apl(58, 1, 2)], source: STATUTE, verified: true },
  { code: 'apl58.3', name: '案情疑难复杂、涉及多个法律关系', condition: ofPenalty({ is: 'difficult' }), basis: [apl(58, 1, 3)], source: STATUTE, verified: true },
  { code: 'apl58.4', name: '法律、法规规定应当审核的其他情形', condition: ofPenalty({ is: 'otherLaw' }), basis: [apl(58, 1, 4)], source: STATUTE, verified: true },
  { code: 'removal', name: '强制拆除违法建筑', condition: { is: 'removal' }, basis: [gbf118()], source: '国办发〔2018〕118号（二手资料），没有核对原文', verified: false },
]
/** Whether the row is one of the four cases of the statute, in which nobody may decide against a review (行政处罚法第五十八条第一款). */
export const isStatutory = ({ basis }: MajorRow): boolean => basis.some(({ statute, article }) => statute === 'apl' && article === ARTICLE_58)
const ARTICLE_58 = 58

/** What is about to be decided, as the list looks at it (拟作出的决定). What does not apply is left out. */
export interface Intended {
  readonly party?: 'citizen' | 'organisation'
  readonly publicInterest?: boolean
  readonly heard?: boolean
  readonly difficult?: boolean
  readonly otherLaw?: boolean
  readonly fine?: Fen
  readonly confiscated?: Fen
  readonly kinds?: readonly PenaltyKind[]
  readonly finding?: string
  readonly measure?: { readonly kind: MeasureKind; readonly value?: Fen }
  readonly removal?: boolean
  readonly performance?: boolean
}

/** The rows of the list under which a decision is a major one on that day (列入目录的情形): the fixed rows and the bureau's own. */
export const majorRows = (intended: Intended, own: readonly MajorRow[], on: Day): readonly MajorRow[] =>
  rowsInForce(own, on).filter(({ condition }) => meets(intended, condition))

/** The whole list of a day (当日目录). */
export const rowsInForce = (own: readonly MajorRow[], on: Day): readonly MajorRow[] => [...FIXED_ROWS, ...own].filter(({ from = ALWAYS }) => from <= on)
const ALWAYS: Day = day('1996-10-01')

function meets(intended: Intended, condition: MajorCondition): boolean {
  switch (condition.is) {
    case 'publicInterest':
    case 'heard':
    case 'difficult':
    case 'otherLaw':
    case 'removal':
    case 'performance':
      return intended[condition.is] === true
    case 'fineFrom':
      return intended.fine !== undefined && intended.fine >= condition[intended.party ?? 'citizen']
    case 'confiscationFrom':
      return intended.confiscated !== undefined && intended.confiscated >= condition[intended.party ?? 'citizen']
    case 'kinds':
      return condition.of.some((kind) => intended.kinds?.includes(kind) === true)
    case 'finding':
      return condition.of.some((finding) => finding === intended.finding)
    case 'all':
      return condition.of.every((part) => meets(intended, part))
    case 'measure':
      return intended.measure !== undefined && condition.of.includes(intended.measure.kind) && (condition.valueFrom === undefined || (intended.measure.value ?? 0n) >= condition.valueFrom)
  }
}

/** The condition in Chinese (情形说明), as the list is printed. */
export function explainMajor(condition: MajorCondition): string {
  switch (condition.is) {
    case 'publicInterest':
      return '调查终结时认定涉及重大公共利益'
    case 'heard':
      return '已经举行听证'
    case 'difficult':
      return '调查终结时认定案情疑难复杂、涉及多个法律关系'
    case 'otherLaw':
      return '调查终结时写明另有法律、法规要求审核'
    case 'removal':
      return '强制拆除决定'
    case 'performance':
      return '代履行决定（立即代履行除外）'
    case 'fineFrom':
      return `拟罚款：公民 ${formatYuan(condition.citizen)} 元以上，单位 ${formatYuan(condition.organisation)} 元以上（含本数）`
    case 'confiscationFrom':
      return `拟没收：公民 ${formatYuan(condition.citizen)} 元以上，单位 ${formatYuan(condition.organisation)} 元以上（含本数）`
    case 'kinds':
      return `拟作出：${condition.of.map((kind) => PENALTY_KINDS[kind]).join('、')}`
    case 'finding':
      return `拟处理为：${condition.of.map((finding) => FINDINGS[finding]).join('、')}`
    case 'all':
      return condition.of.map(explainMajor).join('，且')
    case 'measure':
      return `${condition.of.map((kind) => MEASURES[kind]).join('、')}${condition.valueFrom === undefined ? '' : `价值 ${formatYuan(condition.valueFrom)} 元以上（含本数）的财物`}，情况紧急当场实施的除外`
  }
}

/** The rows in one phrase, for a ground: 「处三千元以上罚款」（重大执法决定目录 fine）. */
export const nameRows = (rows: readonly MajorRow[]): string => rows.map(({ code, name }) => `「${name}」（${code}）`).join('、')

import { gbf118, type Citation } from './article.ts'
import { day, type Day } from './day.ts'

/** Why there may be no recording (没有音像记录的原因). */
export const EXCUSES = { equipment: '设备故障', refused: '在场人员拒绝并有法定理由', conditions: '现场条件不允许' } as const
export type Excuse = keyof typeof EXCUSES

/** When an act of this kind must have a recording: always, or where its answers say so. */
export type RecordingCondition = { readonly is: 'always' } | { readonly is: 'answers'; readonly says: string; readonly where: Readonly<Record<string, string>> }

/** A row of the list of acts that must have an audio-video record (音像记录事项清单). */
export interface RecordingRow {
  readonly code: string
  readonly name: string
  readonly procedure: string
  readonly act: string
  readonly condition: RecordingCondition
  readonly basis: readonly Citation[]
  readonly source: string
  readonly verified: boolean
  /** Photographs will do. */
  readonly photographs: boolean
  /** What excuses a missing recording. One at least: what was never filmed cannot be filmed afterwards. */
  readonly excuses: readonly Excuse[]
  readonly from?: Day
}

/** The day of 国办发〔2018〕118号. */
const FROM_118: Day = day('2018-12-05')
const SECOND_HAND = '国办发〔2018〕118号（二手资料），没有核对原文'
const ANY: readonly Excuse[] = ['equipment', 'refused', 'conditions']
const row = (procedure: string, act: string, name: string): RecordingRow => ({ code: `${procedure}.${act}`, name, procedure, act, condition: { is: 'always' }, basis: [gbf118()], source: SECOND_HAND, verified: false, photographs: false, excuses: ANY, from: FROM_118 })

/**
 * Rows that no bureau can take out (固定事项): they have always stood in this system, by 国办发〔2018〕118号. No statute that was read
 * demands sound or picture by itself: the penalty law asks for a record of the whole process in writing or in sound and picture
 * (行政处罚法第四十七条), the coercion law for a written record on the spot (行政强制法第十八条). Only a paper that is left without a
 * witness must be filmed as it is left (民事诉讼法第八十九条): law/src/served-paper.ts asks for that at once.
 */
export const FIXED_RECORDINGS: readonly RecordingRow[] = [row('coercion.measure', 'carryOut', '实施查封、扣押'), row('coercion.demolition', 'demolish', '实施强制拆除')]

/** The whole list of a day (当日清单): the fixed rows and the bureau's own. */
export const recordingRows = (own: readonly RecordingRow[], on: Day): readonly RecordingRow[] => [...FIXED_RECORDINGS, ...own].filter(({ from }) => from === undefined || from <= on)

/** The condition of a row in Chinese (情形说明). */
export const explainRecording = (condition: RecordingCondition): string => (condition.is === 'always' ? '每次' : condition.says)

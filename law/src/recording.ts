import { gbf118, type Citation } from './article.ts'
import type { CaseFile } from './case-file.ts'
import { day, type Day } from './day.ts'
import type { Act, Data } from './dossier.ts'
import { choice, earlierAct, group, list, optional, passage, text } from './field.ts'
import type { Refusal } from './ruling.ts'

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

const FILE_MAX = 64
const file = () => text('文件 SHA-256 摘要', { max: FILE_MAX, format: 'hash' })
const WITHOUT = group('没有音像记录', { ground: choice('原因', EXCUSES), instead: passage('采取的替代措施') }, { basis: [gbf118()], help: '只有确实没有录音录像的才填写' })

/** The question that every act asks which may stand on the list (音像记录): `act(…, { filmed: true })` puts it at the end of the form. */
export const RECORDING_FIELDS = {
  recordings: optional(list('音像记录', { file: file(), note: optional(text('说明')) }, { atLeast: 0, basis: [gbf118()], help: '录音、录像文件；也可以事后用「补录音像记录」附上' })),
  noRecording: optional(WITHOUT),
} as const

/** The act by which a recording, or the reason for there being none, comes into the file afterwards (补录音像记录). */
export const attachForm = (kinds: readonly string[]) =>
  ({
    of: earlierAct('所记录的行为', kinds),
    recordings: optional(list('音像记录', { file: file(), note: optional(text('说明')) }, { atLeast: 0 })),
    noRecording: optional(WITHOUT),
  }) as const

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

/** An act that stands on the list, with what the file has of it (音像记录情况). */
export interface Recording {
  readonly act: Act
  readonly row: RecordingRow
  readonly state: 'attached' | 'excused' | 'missing'
  /** Digests of the files. */
  readonly files: readonly string[]
  readonly excuse?: { readonly ground: Excuse; readonly instead: string }
}

/** Every act of the file that must have a recording, and whether it has (音像记录情况). */
export function recordingsOf(procedure: string, caseFile: CaseFile): readonly Recording[] {
  const rows = [...FIXED_RECORDINGS, ...caseFile.setting.local.recordings].filter((one) => one.procedure === procedure)
  if (rows.length === 0) return NONE
  return caseFile.acts.flatMap((act) => {
    const found = rows.find((one) => one.act === act.kind && (one.from === undefined || one.from <= act.on) && asks(one.condition, act.data))
    return found === undefined ? [] : [stateOf(found, act, caseFile)]
  })
}
const NONE: readonly Recording[] = []

function asks(condition: RecordingCondition, data: Data): boolean {
  if (condition.is === 'always') return true
  return Object.entries(condition.where).every(([name, value]) => data[name] === value)
}

function stateOf(found: RecordingRow, act: Act, caseFile: CaseFile): Recording {
  const said = [act.data, ...caseFile.every('attachRecording').flatMap(({ data }) => (data['of'] === act.seq ? [data] : []))]
  const files = said.flatMap(filesIn)
  if (files.length > 0) return { act, row: found, state: 'attached', files }
  const excuse = said.flatMap((data) => excuseIn(data) ?? []).find(({ ground }) => found.excuses.includes(ground))
  return excuse === undefined ? { act, row: found, state: 'missing', files } : { act, row: found, state: 'excused', files, excuse }
}

/** The recordings that an act's answers name, by digest (所附音像文件). */
export function filesIn({ recordings }: Data): readonly string[] {
  return (Array.isArray(recordings) ? recordings : []).flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'file' in one && typeof one.file === 'string' ? [one.file] : []))
}
function excuseIn({ noRecording }: Data): Recording['excuse'] {
  if (typeof noRecording !== 'object' || noRecording === null || !('ground' in noRecording) || !('instead' in noRecording)) return undefined
  const { ground, instead } = noRecording
  return typeof ground === 'string' && isExcuse(ground) && typeof instead === 'string' ? { ground, instead } : undefined
}
const isExcuse = (word: string): word is Excuse => Object.hasOwn(EXCUSES, word)

/** The one act that may follow while a recording is missing. */
const CURE = 'attachRecording'

/** What stands in the way of every further act while a recording is missing (音像记录未入卷): the row, and the cure. */
export function unrecorded(procedure: string, caseFile: CaseFile): readonly Refusal[] {
  return recordingsOf(procedure, caseFile)
    .filter(({ state }) => state === 'missing')
    .map(({ act, row: found }) => ({
      code: 'recording-missing',
      basis: found.basis,
      because: `第 ${act.seq} 项行为属于音像记录事项「${found.name}」（${found.code}），音像记录没有入卷`,
      instead: `办理「补录音像记录」，附上${found.photographs ? '照片或者录音录像' : '录音录像'}；没有的，写明原因（${found.excuses.map((one) => EXCUSES[one]).join('、')}）和替代措施`,
    }))
}
/** Whether an act waits for the recordings of those before it. */
export const awaitsRecordings = (kind: string): boolean => kind !== CURE

/** The recording of examples, by the digest of a second of silence (示例音像记录): `demo/src/silence.ts` holds its bytes. */
const SILENCE = 'dd9165ab3909873fc83f23fb627ce58f8ad2623d8847dbfcecb8df034ac46131'
export const TYPICAL_RECORDINGS: readonly Readonly<Record<string, unknown>>[] = [{ file: SILENCE, note: '执法记录仪全程记录' }]

/** The condition of a row in Chinese (情形说明). */
export const explainRecording = (condition: RecordingCondition): string => (condition.is === 'always' ? '每次' : condition.says)

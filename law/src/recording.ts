import { gbf118 } from './article.ts'
import type { CaseFile } from './case-file.ts'
import type { Act, Data } from './dossier.ts'
import { choice, earlierAct, group, list, optional, passage, text } from './field.ts'
import { EXCUSES, FIXED_RECORDINGS, type Excuse, type RecordingCondition, type RecordingRow } from './recording-row.ts'
import type { Refusal } from './ruling.ts'

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

/** An act that stands on the list, with what the file has of it (音像记录情况). */
interface Recording {
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

/** The recording of examples, by the digest of a second of silence (示例音像记录): `law/src/scenario/silence.ts` holds its bytes. */
const SILENCE = 'dd9165ab3909873fc83f23fb627ce58f8ad2623d8847dbfcecb8df034ac46131'
export const TYPICAL_RECORDINGS: readonly Readonly<Record<string, unknown>>[] = [{ file: SILENCE, note: '执法记录仪全程记录' }]

import { citeShort } from '../article.ts'
import type { CaseFile } from '../case-file.ts'
import { formatDay } from '../day.ts'
import { explainMajor, FIXED_ROWS, type MajorRow } from '../major-list.ts'
import { EXCUSES, explainRecording, FIXED_RECORDINGS, type RecordingRow } from '../recording-row.ts'
import { recordingsOf } from '../recording.ts'

interface WrittenRow {
  readonly code: string
  readonly name: string
  /** The condition in words. */
  readonly says: string
  readonly basis: string[]
  readonly source: string
  readonly verified: boolean
  /** No bureau can take it out. */
  readonly fixed: boolean
  readonly from?: string
}
/** A row of the list of major decisions in words (目录条目). */
type WrittenMajor = WrittenRow
/** A row of the list of recordings in words (清单条目). */
interface WrittenRecordingRow extends WrittenRow {
  readonly procedure: string
  readonly act: string
  readonly photographs: boolean
  readonly excuses: string[]
}

export const writtenMajor = (row: MajorRow): WrittenMajor => ({ ...common(row), says: explainMajor(row.condition), fixed: FIXED_ROWS.includes(row) })
export const writtenRecordingRow = (row: RecordingRow): WrittenRecordingRow => ({
  ...common(row),
  says: explainRecording(row.condition),
  fixed: FIXED_RECORDINGS.includes(row),
  procedure: row.procedure,
  act: row.act,
  photographs: row.photographs,
  excuses: row.excuses.map((one) => EXCUSES[one]),
})
const common = ({ code, name, basis, source, verified, from }: MajorRow | RecordingRow) => ({ code, name, basis: basis.map(citeShort), source, verified, ...(from === undefined ? {} : { from: formatDay(from) }) })

/** An act that must have a recording, with what the file has of it, in words (音像记录情况). */
interface WrittenRecording {
  readonly seq: number
  readonly on: string
  readonly name: string
  readonly code: string
  readonly basis: string[]
  readonly state: 'attached' | 'excused' | 'missing'
  readonly files: string[]
  readonly excuse?: string
}
export const writtenRecordings = (procedure: string, file: CaseFile): WrittenRecording[] =>
  recordingsOf(procedure, file).map(({ act, row, state, files, excuse }) => ({
    seq: act.seq,
    on: formatDay(act.on),
    name: row.name,
    code: row.code,
    basis: row.basis.map(citeShort),
    state,
    files: [...files],
    ...(excuse === undefined ? {} : { excuse: `${EXCUSES[excuse.ground]}：${excuse.instead}` }),
  }))

import { time } from '../layout/bcd.ts'
import { bytes } from '../layout/bytes.ts'
import type { Layout } from '../layout/layout.ts'
import { u8 } from '../layout/number.ts'
import { called, record } from '../layout/record.ts'
import { exactText } from '../layout/text.ts'

/** Which provincial standard a terminal follows (苏标、粤标): they differ in the length of the terminal's id. */
export type Dialect = 'jiangsu' | 'guangdong'
/** Both, the shorter one first. */
export const DIALECTS: readonly Dialect[] = ['jiangsu', 'guangdong']
/** How long the terminal's id is in an identity. */
export const IDENTITY_TERMINAL_BYTES = { jiangsu: 7, guangdong: 30 } as const
/** How long an identity is: terminal id, time, number, count of files, and what is reserved. */
export const IDENTITY_BYTES = { jiangsu: 16, guangdong: 40 } as const

/** What one alarm is known by (报警标识号), from the terminal's report to the last of its files. It is written again byte by byte as it came. */
export interface AlarmIdentity {
  readonly terminalId: string
  readonly atMs: number
  /** Tells alarms of one second apart, from 0. */
  readonly sequence: number
  /** How many files belong to it. */
  readonly files: number
  readonly reserved: Uint8Array
}

/** How an identity is laid out. */
export const alarmIdentity = (dialect: Dialect): Layout<AlarmIdentity> =>
  record({
    terminalId: called('终端 ID', exactText(IDENTITY_TERMINAL_BYTES[dialect])),
    atMs: called('时间', time),
    sequence: called('序号', u8),
    files: called('附件数量', u8),
    reserved: called('预留', bytes(dialect === 'jiangsu' ? 1 : 2)),
  })

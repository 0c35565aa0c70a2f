import type { Fault, FaultCode } from '../fault.ts'
import type { Version } from '../version.ts'
import type { TextCodec } from './text.ts'

/** A body that is being written (写入位置). Writing never throws: the first value that does not fit is kept as `fault`. */
export interface Writer {
  readonly version: Version
  readonly text: TextCodec
  bytes: Uint8Array
  view: DataView
  length: number
  fault: Fault | undefined
}

const FIRST_SIZE = 128

/** Begins to write a body in an edition. */
export function writerOf(version: Version, text: TextCodec): Writer {
  const bytes = new Uint8Array(FIRST_SIZE)
  return { version, text, bytes, view: new DataView(bytes.buffer), length: 0, fault: undefined }
}

/** Makes room for so many bytes, all zero, and says where they begin. */
export function room(to: Writer, length: number): number {
  const at = to.length
  to.length = at + length
  if (to.length > to.bytes.length) {
    const larger = new Uint8Array(Math.max(to.length, to.bytes.length * 2))
    larger.set(to.bytes)
    to.bytes = larger
    to.view = new DataView(larger.buffer)
  }
  return at
}

/** Notes which value does not fit, unless one did not before. */
export function unfit(to: Writer, code: FaultCode): void {
  to.fault ??= { code, field: '', at: to.length }
}

/** What was written, on its own. */
export const written = (to: Writer): Uint8Array => to.bytes.slice(0, to.length)

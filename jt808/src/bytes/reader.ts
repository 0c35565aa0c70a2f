import type { Fault, FaultCode } from '../fault.ts'
import type { Version } from '../version.ts'
import type { TextCodec } from './text.ts'

/**
 * A body that is being read (读取位置). Reading never throws: the first thing that is wrong is kept as `fault`, and whatever is
 * read after it is nothing. `end` may be drawn in while a part of known length is read.
 */
export interface Reader {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly version: Version
  readonly text: TextCodec
  at: number
  end: number
  /** Bytes of inner parts that their layouts did not know. */
  unread: number
  fault: Fault | undefined
}

/** Begins to read a body in the edition that it was written in. */
export function readerOf(bytes: Uint8Array, version: Version, text: TextCodec): Reader {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), version, text, at: 0, end: bytes.byteLength, unread: 0, fault: undefined }
}

/** Steps over so many bytes and says where they begin; -1 where there are fewer, or something was wrong before. */
export function take(from: Reader, length: number): number {
  const { at } = from
  if (from.fault !== undefined) return -1
  if (length > from.end - at) {
    from.fault = { code: 'too-short', field: '', at }
    return -1
  }
  from.at = at + length
  return at
}

/** Notes what is wrong at a place, unless something was before. */
export function wrong(from: Reader, code: FaultCode, at: number): void {
  from.fault ??= { code, field: '', at }
}

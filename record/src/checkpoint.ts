import { base64, findBase64Bytes } from './base64.ts'
import { DIGEST_BYTES } from './digest.ts'
import { LARGEST_INDEX } from './merkle.ts'
import { type Outcome, read, rejected } from './outcome.ts'

/** A checkpoint (检查点), C2SP tlog-checkpoint: what the whole log was at one size. */
export interface Checkpoint {
  /** The log's identity, like `example.com/log`. */
  readonly origin: string
  readonly size: bigint
  readonly root: Uint8Array
  /** Lines that other software may add; we write none. */
  readonly extensions: readonly string[]
}

/** The text of a checkpoint, to be signed as a note. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, size.toString(), base64(root), ...extensions, ''].join('\n')
}

/** Reads the text of a checkpoint; any second way to write the same one is refused. */
export function readCheckpoint(text: string): Outcome<Checkpoint> {
  const [origin = '', digits = '', encoded = '', ...rest] = text.split('\n')
  const size = findIndex(digits)
  const root = findBase64Bytes(encoded)
  if (origin === '' || size === undefined || root?.length !== DIGEST_BYTES) return rejected('检查点的前三行不对')
  const extensions = rest.slice(0, -1)
  if (rest[rest.length - 1] !== '' || extensions.includes('')) return rejected('检查点的附加行不对')
  return read({ origin, size, root, extensions })
}

/** A decimal whole number of at most 64 bits without leading zeros, or `undefined`. */
export function findIndex(digits: string): bigint | undefined {
  if (!/^(?:0|[1-9]\d{0,19})$/.test(digits)) return undefined
  const value = BigInt(digits)
  return value <= LARGEST_INDEX ? value : undefined
}

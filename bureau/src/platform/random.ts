import { randomBytes } from 'node:crypto'

/** Bytes of chance from the machine. */
export const chance = (length: number): Uint8Array => new Uint8Array(randomBytes(length))

/** A token that nobody can guess: 256 bits. */
export const token = (): string => randomBytes(32).toString('base64url')

/** An identifier that sorts by the time of its making (RFC 9562, version 7). */
export function newId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

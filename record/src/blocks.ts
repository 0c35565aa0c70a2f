/** Bytes in one block of SHA-256 and of SM3. */
export const BLOCK_BYTES = 64

/**
 * The message padded as SHA-256 and SM3 both demand: one bit, zeros, then the length in bits as
 * eight bytes, up to a whole number of blocks (FIPS 180-4 section 5.1.1; GB/T 32905-2016 section 5.2).
 */
export function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / BLOCK_BYTES) * BLOCK_BYTES
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(length - 8, BigInt(message.length) * 8n)
  return view
}

/** Eight 32-bit words as 32 bytes. */
export function wordsToBytes(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4)
  const view = new DataView(bytes.buffer)
  words.forEach((word, at) => view.setUint32(at * 4, word))
  return bytes
}

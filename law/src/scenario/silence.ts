const RATE = 8000
const HEAD = 44
const SILENT = 0x80

/**
 * One second of silence as a WAV file (示例录音): eight bits, one channel. Its SHA-256 is the digest that the typical answers of acts
 * with a recording name (law/src/recording.ts), so that whoever plays those acts against a server hands this file over first.
 */
export function silence(): Uint8Array {
  const file = new Uint8Array(HEAD + RATE).fill(SILENT, HEAD)
  const view = new DataView(file.buffer)
  const word = (at: number, text: string) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)))
  word(0, 'RIFF')
  view.setUint32(4, HEAD - 8 + RATE, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  word(36, 'data')
  view.setUint32(40, RATE, true)
  return file
}

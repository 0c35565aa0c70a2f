const BINARY_STEP = 0x8000

/** A file of the bank as it travels: in base64, whatever its letters are; the server reads them (银行文件). */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += BINARY_STEP) binary += String.fromCharCode(...bytes.subarray(at, at + BINARY_STEP))
  return btoa(binary)
}

const BINARY_STEP = 0x8000

/** Bytes as they travel in JSON: a file of a bank, a workbook. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += BINARY_STEP) binary += String.fromCharCode(...bytes.subarray(at, at + BINARY_STEP))
  return btoa(binary)
}

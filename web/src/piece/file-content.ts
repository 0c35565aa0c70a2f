/** A sheet as it travels: text, or a workbook in base64. */
export interface FileContent {
  readonly text?: string
  readonly workbook?: string
}
const BINARY_STEP = 0x8000

/** A workbook travels in base64; a text in UTF-8 where it is that, else GB 18030, in which older systems write. */
export async function contentOf(file: File): Promise<FileContent> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (file.name.toLowerCase().endsWith('.xlsx')) {
    let binary = ''
    for (let at = 0; at < bytes.length; at += BINARY_STEP) binary += String.fromCharCode(...bytes.subarray(at, at + BINARY_STEP))
    return { workbook: btoa(binary) }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes) }
  }
}

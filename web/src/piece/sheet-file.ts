import type { SheetFile } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { base64Of } from '../payments/bank-file.ts'

/** A workbook travels in base64; a text in UTF-8 where it is that, else GB 18030, in which older systems write (导入文件). */
export function sheetOf(name: string, bytes: Uint8Array<ArrayBuffer>): SheetFile {
  if (name.toLowerCase().endsWith('.xlsx')) return { workbook: base64Of(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes) }
  }
}

import type { SheetFile } from '@zhunsheng/bureau/modules/trucks/wire.ts'
import { base64Of } from './base64.ts'

/** A text in UTF-8 where it is that, else in GB 18030, in which older systems write. */
export function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A sheet as it travels (导入文件): a workbook in base64, a text as it reads. */
export const sheetOf = (name: string, bytes: Uint8Array<ArrayBuffer>): SheetFile => (name.toLowerCase().endsWith('.xlsx') ? { workbook: base64Of(bytes) } : { text: textOf(bytes) })

/** What reads codes out of a picture; the browser's own, where it has one (BarcodeDetector). */
export interface CodeReader {
  readonly detect: (source: ImageBitmapSource) => Promise<readonly { readonly rawValue: string }[]>
}
interface ReaderMaker {
  new (options: { readonly formats: readonly string[] }): CodeReader
  readonly getSupportedFormats: () => Promise<readonly string[]>
}
/** Codes on licences and cards are QR; goods and old files carry bars. */
const WANTED: readonly string[] = ['qr_code', 'data_matrix', 'pdf417', 'code_128', 'code_39', 'ean_13']

/** The browser's reader of codes, if it has one that reads QR codes; most browsers on computers have none, and some phones. */
export async function readerHere(place: object = globalThis): Promise<CodeReader | undefined> {
  if (!('BarcodeDetector' in place) || !isMaker(place.BarcodeDetector)) return undefined
  const formats = await place.BarcodeDetector.getSupportedFormats().catch((): readonly string[] => [])
  const able = WANTED.filter((one) => formats.includes(one))
  return able.includes('qr_code') ? new place.BarcodeDetector({ formats: able }) : undefined
}
const isMaker = (value: unknown): value is ReaderMaker => typeof value === 'function' && 'getSupportedFormats' in value && typeof value.getSupportedFormats === 'function'

interface Looking {
  readonly reader: CodeReader
  readonly source: ImageBitmapSource
  readonly isOver: () => boolean
  readonly wait: () => Promise<void>
}
/** Looks again and again until a code is seen, or looking is over (连续识别). A frame that cannot be read is passed over. */
export async function firstCode({ reader, source, isOver, wait }: Looking): Promise<string | undefined> {
  while (!isOver()) {
    const [found] = await reader.detect(source).catch(() => [])
    if (found !== undefined && found.rawValue !== '') return isOver() ? undefined : found.rawValue
    await wait()
  }
  return undefined
}

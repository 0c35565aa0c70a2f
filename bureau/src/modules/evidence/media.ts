/** How a file begins, and what it then is (文件头). Names and what a sender says count for nothing. */
const BEGINNINGS: readonly (readonly [at: number, bytes: string, media: string])[] = [
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [8, 'WEBP', 'image/webp'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\x1a\x45\xdf\xa3', 'video/webm'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xff\xfb', 'audio/mpeg'],
  [8, 'WAVE', 'audio/wav'],
  [0, '%PDF-', 'application/pdf'],
  [0, 'PK\x03\x04', 'application/zip'],
  [0, 'PK\x05\x06', 'application/zip'],
]
/** What a browser shows without running anything of it. */
const SHOWN: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm', 'audio/mp4', 'audio/mpeg', 'audio/wav', 'application/pdf']

export const UNKNOWN = 'application/octet-stream'
/** So many bytes tell what a file is. */
export const HEAD_BYTES = 16

/** What a file is by its first bytes. */
export function mediaOf(head: Uint8Array): string {
  const text = Buffer.from(head).toString('latin1')
  return BEGINNINGS.find(([at, bytes]) => text.startsWith(bytes, at))?.[2] ?? UNKNOWN
}

/** Whether it may be shown in the page; all else is handed out as an attachment (SVG and HTML among it: they can carry scripts). */
export const isShown = (media: string): boolean => SHOWN.includes(media)
export const isPicture = (media: string): boolean => media.startsWith('image/') && isShown(media)

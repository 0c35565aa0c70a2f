import type { FilmForm, Frame } from '@zhunsheng/jt808/film/frames.ts'
import type { VideoRules } from './rules.ts'

/** A picture with the moment at which it came, and the digest of its packets. */
export interface Remembered {
  readonly frame: Frame
  readonly form: FilmForm
  readonly receivedMs: number
  readonly packets: Buffer
}
/** What came last of a stream (近期画面), bounded by time and by bytes. */
export interface Memory {
  readonly add: (picture: Remembered) => void
  /** What came since a moment, from the key frame before it. */
  readonly since: (ms: number) => readonly Remembered[]
  /** The newest key frame and what came after it. */
  readonly sinceKey: () => readonly Remembered[]
}
export function openMemory({ rememberMs, rememberBytes }: Pick<VideoRules, 'rememberMs' | 'rememberBytes'>): Memory {
  let ring: Remembered[] = []
  let bytes = 0
  return {
    add: (picture) => {
      ring.push(picture)
      bytes += picture.frame.bytes.length
      const oldest = picture.receivedMs - rememberMs
      let gone = 0
      while (gone < ring.length - 1 && (bytes > rememberBytes || (ring[gone]?.receivedMs ?? 0) < oldest)) {
        bytes -= ring[gone]?.frame.bytes.length ?? 0
        gone += 1
      }
      if (gone > 0) ring = ring.slice(gone)
    },
    since: (ms) => {
      const first = ring.findIndex(({ receivedMs }) => receivedMs >= ms)
      if (first === -1) return []
      const key = ring.slice(0, first + 1).findLastIndex(({ frame }) => frame.isKey)
      return ring.slice(key === -1 ? first : key)
    },
    sinceKey: () => ring.slice(Math.max(0, ring.findLastIndex(({ frame }) => frame.isKey))),
  }
}

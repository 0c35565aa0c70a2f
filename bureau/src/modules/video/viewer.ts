import { Readable } from 'node:stream'

/** One viewer of a stream (观看者): a film in fragments that goes on until it ends. */
export interface Viewer {
  readonly stream: Readable
  /** What stands before the pictures; again where their form changes. */
  readonly begin: (bytes: Uint8Array) => void
  readonly frame: (fragment: Uint8Array, isKey: boolean) => void
  readonly end: () => void
  readonly skipped: () => number
}

/** So long what still waits may be read after the end. */
const LAST_MS = 5000

/** Opens a viewer. Whoever reads too slowly misses pictures up to a key frame; no more than `mostBytes` and one picture wait for him. */
export function openViewer(mostBytes: number, onClose: () => void): Viewer {
  let isBehind = false
  let skipped = 0
  let isOver = false
  const stream = new Readable({ read: () => undefined, highWaterMark: mostBytes })
  stream.once('close', onClose)
  return {
    stream,
    begin: (bytes) => void (isOver || stream.push(bytes)),
    frame: (fragment, isKey) => {
      if (isOver) return
      if (isBehind && isKey && stream.readableLength < mostBytes / 2) isBehind = false
      if (!isBehind && stream.readableLength + fragment.length > mostBytes) isBehind = true
      if (isBehind) skipped += 1
      else stream.push(fragment)
    },
    end: () => {
      if (isOver) return
      isOver = true
      stream.push(null)
      // Who does not read to the end shall hold up nobody.
      setTimeout(() => stream.destroy(), LAST_MS).unref()
    },
    skipped: () => skipped,
  }
}

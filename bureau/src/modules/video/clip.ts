import { createHash } from 'node:crypto'
import { filmBeginning, filmFragment } from '@zhunsheng/jt808/film/film.ts'
import type { Frame } from '@zhunsheng/jt808/film/frames.ts'
import type { Remembered } from './memory.ts'
import type { Source } from './source.ts'

/** A clip before it is kept (视频片段): the film, when its first and last picture came, and the digest of its packets. */
export interface Cut {
  readonly bytes: Uint8Array
  readonly fromMs: number
  readonly untilMs: number
  readonly packetsSha256: string
}

/** Cuts a clip out of a running stream: what was since a moment, and what comes until another, or until the stream ends. Nothing where there was no picture. */
export async function cutClip(source: Source, { sinceMs, untilMs, mostBytes, nowMs }: { readonly sinceMs: number; readonly untilMs: number; readonly mostBytes: number; readonly nowMs: () => number }): Promise<Cut | undefined> {
  const pictures = [...source.since(sinceMs)]
  let bytes = pictures.reduce((sum, { frame }) => sum + frame.bytes.length, 0)
  if (nowMs() < untilMs) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, untilMs - nowMs()).unref()
      const leave = source.take((picture) => {
        bytes += picture.frame.bytes.length
        if (bytes > mostBytes || picture.receivedMs > untilMs) return done()
        return void pictures.push(picture)
      }, done)
      function done(): void {
        clearTimeout(timer)
        leave()
        resolve()
      }
    })
  }
  return filmOf(pictures)
}

/** The film of these pictures, from the first key frame on, as long as their form stays the same: its time begins at 0, each fragment at a key frame. */
export function filmOf(pictures: readonly Remembered[]): Cut | undefined {
  const from = pictures.findIndex(({ frame }) => frame.isKey)
  const first = pictures[from]
  if (first === undefined) return undefined
  const change = pictures.findIndex(({ form }, at) => at > from && form !== first.form)
  const kept = pictures.slice(from, change === -1 ? undefined : change)
  const last = kept.at(-1) ?? first
  const groups: Frame[][] = []
  for (const { frame } of kept) {
    if (frame.isKey || groups.length === 0) groups.push([])
    groups.at(-1)?.push(frame)
  }
  const fragments = groups.map((frames, index) => filmFragment(frames, index + 1, (frames[0]?.atMs ?? 0) - first.frame.atMs))
  const durationMs = last.frame.atMs + last.frame.durationMs - first.frame.atMs
  const digest = createHash('sha256')
  for (const { packets } of kept) digest.update(packets)
  return { bytes: new Uint8Array(Buffer.concat([filmBeginning(first.form, durationMs), ...fragments])), fromMs: first.receivedMs, untilMs: last.receivedMs, packetsSha256: digest.digest('hex') }
}

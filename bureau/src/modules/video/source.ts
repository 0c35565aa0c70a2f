import { createHash } from 'node:crypto'
import { filmBeginning, filmFragment } from '@zhunsheng/jt808/film/film.ts'
import { openFrameMaker, type FilmForm, type Filmed, type Frame } from '@zhunsheng/jt808/film/frames.ts'
import { openUnitAssembly } from '@zhunsheng/jt808/stream/unit-assembly.ts'
import type { MediaPiece } from '@zhunsheng/jt808/stream/media-reader.ts'
import type { VideoRules } from './rules.ts'
import { openViewer, type Viewer } from './viewer.ts'

/** A picture with the moment at which it came, and the digest of its packets. */
export interface Remembered {
  readonly frame: Frame
  readonly form: FilmForm
  readonly receivedMs: number
  readonly packets: Buffer
}
/** Whoever takes pictures along as they come. */
export type Taker = (picture: Remembered) => void

/** One channel of one terminal while it is watched (视频源): what came last, and who takes it. */
export interface Source {
  readonly hear: (piece: MediaPiece) => void
  readonly end: () => void
  readonly form: () => FilmForm | undefined
  readonly view: () => Viewer
  readonly viewers: () => number
  /** What is remembered since a moment, from the key frame before it. */
  readonly since: (ms: number) => readonly Remembered[]
  readonly take: (taker: Taker, onEnd: () => void) => () => void
  readonly counts: () => Readonly<Record<string, number>>
}

export function openSource(rules: VideoRules, nowMs: () => number): Source {
  const assembly = openUnitAssembly()
  const maker = openFrameMaker()
  const viewers = new Set<Viewer>()
  const takers = new Map<Taker, () => void>()
  let ring: Remembered[] = []
  let ringBytes = 0
  let form: FilmForm | undefined
  let number = 0
  let skipped = 0

  function filmed(one: Filmed): void {
    if (one.kind === 'form') {
      form = one.form
      const beginning = filmBeginning(form)
      for (const viewer of viewers) viewer.begin(beginning)
      return
    }
    if (form === undefined) return
    const { packets, ...frame } = one.frame
    const picture = { frame: { ...frame, packets: [] }, form, receivedMs: nowMs(), packets: digestOf(packets) }
    number += 1
    const fragment = viewers.size === 0 ? undefined : filmFragment([picture.frame], number, frame.atMs)
    if (fragment !== undefined) for (const viewer of viewers) viewer.frame(fragment, frame.isKey)
    remember(picture)
    for (const taker of [...takers.keys()]) taker(picture)
  }
  function remember(picture: Remembered): void {
    ring.push(picture)
    ringBytes += picture.frame.bytes.length
    const oldest = picture.receivedMs - rules.rememberMs
    let gone = 0
    while (gone < ring.length - 1 && (ringBytes > rules.rememberBytes || (ring[gone]?.receivedMs ?? 0) < oldest)) {
      ringBytes -= ring[gone]?.frame.bytes.length ?? 0
      gone += 1
    }
    if (gone > 0) ring = ring.slice(gone)
  }
  function view(): Viewer {
    const viewer: Viewer = openViewer(rules.viewerBytes, () => {
      if (viewers.delete(viewer)) skipped += viewer.skipped()
    })
    viewers.add(viewer)
    if (form === undefined) return viewer
    viewer.begin(filmBeginning(form))
    // The newest key frame and what came after it: whoever comes late need not wait for the next.
    for (const { frame } of ring.slice(Math.max(0, ring.findLastIndex((one) => one.frame.isKey)))) viewer.frame(filmFragment([frame], (number += 1), frame.atMs), frame.isKey)
    return viewer
  }
  return {
    hear: (piece) => {
      const unit = assembly.accept(piece)
      if (unit !== undefined) maker.push(unit).forEach(filmed)
    },
    end: () => {
      maker.end().forEach(filmed)
      for (const viewer of viewers) viewer.end()
      for (const over of [...takers.values()]) over()
      takers.clear()
    },
    form: () => form,
    view,
    viewers: () => viewers.size,
    since: (ms) => {
      const first = ring.findIndex(({ receivedMs }) => receivedMs >= ms)
      if (first === -1) return []
      const key = ring.slice(0, first + 1).findLastIndex(({ frame }) => frame.isKey)
      return ring.slice(key === -1 ? first : key)
    },
    take: (taker, onEnd) => {
      takers.set(taker, onEnd)
      return () => void takers.delete(taker)
    },
    counts: () => ({ ...assembly.counts(), ...maker.counts(), skipped: skipped + [...viewers].reduce((sum, viewer) => sum + viewer.skipped(), 0) }),
  }
}

function digestOf(packets: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const packet of packets) hash.update(packet)
  return hash.digest()
}

import { createHash } from 'node:crypto'
import { filmBeginning, filmFragment } from '@zhunsheng/jt808/film/film.ts'
import { openFrameMaker, type FilmForm, type Filmed } from '@zhunsheng/jt808/film/frames.ts'
import { openUnitAssembly } from '@zhunsheng/jt808/stream/unit-assembly.ts'
import type { MediaPiece } from '@zhunsheng/jt808/stream/media-reader.ts'
import { openMemory, type Memory, type Remembered } from './memory.ts'
import type { VideoRules } from './rules.ts'
import { openViewer, type Viewer } from './viewer.ts'

/** One channel of one terminal while it is watched (视频源): what came last, and who takes it. */
export interface Source extends Pick<Memory, 'since'> {
  readonly hear: (piece: MediaPiece) => void
  readonly end: () => void
  readonly form: () => FilmForm | undefined
  readonly view: () => Viewer
  readonly viewers: () => number
  /** Hands on every picture as it comes, until it is told not to or the stream ends. */
  readonly take: (taker: (picture: Remembered) => void, onEnd: () => void) => () => void
  readonly counts: () => Readonly<Record<string, number>>
}

export function openSource(rules: VideoRules, nowMs: () => number): Source {
  const assembly = openUnitAssembly()
  const maker = openFrameMaker()
  const memory = openMemory(rules)
  const viewers = new Set<Viewer>()
  const takers = new Map<(picture: Remembered) => void, () => void>()
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
    memory.add(picture)
    for (const taker of takers.keys()) taker(picture)
  }
  function view(): Viewer {
    const viewer: Viewer = openViewer(rules.viewerBytes, () => {
      if (viewers.delete(viewer)) skipped += viewer.skipped()
    })
    viewers.add(viewer)
    if (form === undefined) return viewer
    viewer.begin(filmBeginning(form))
    // Whoever comes late need not wait for the next key frame.
    for (const { frame } of memory.sinceKey()) viewer.frame(filmFragment([frame], (number += 1), frame.atMs), frame.isKey)
    return viewer
  }
  function end(): void {
    maker.end().forEach(filmed)
    for (const viewer of viewers) viewer.end()
    for (const over of takers.values()) over()
    takers.clear()
  }
  return {
    end, view,
    hear: (piece) => {
      const unit = assembly.accept(piece)
      if (unit !== undefined) maker.push(unit).forEach(filmed)
    },
    form: () => form,
    viewers: () => viewers.size,
    since: memory.since,
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

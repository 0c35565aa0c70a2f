import type { MediaUnit } from '../stream/unit-assembly.ts'
import { isFirstSlice, isSlice, NAL, nalKind, nalUnits } from './nal-units.ts'
import { pictureFormOf, type PictureForm } from './sequence-set.ts'
import { openTimeline } from './timeline.ts'

/** Coding of H.264, JT/T 1078-2016 表 12. */
export const H264 = 98
const [LAST_PICTURE, SOUND, B_PICTURE] = [2, 3, 2]

/** What a decoder must know before the first picture (解码参数). */
export interface FilmForm extends PictureForm {
  readonly sequenceSet: Uint8Array
  readonly pictureSet: Uint8Array
}
/** A picture as a film holds it (一幅画面): each of its units with its length before it. */
export interface Frame {
  readonly bytes: Uint8Array
  readonly isKey: boolean
  /** From the beginning of the stream. */
  readonly atMs: number
  readonly durationMs: number
  /** What it was made of, as it came. */
  readonly packets: readonly Uint8Array[]
}
/** What a stream gives: the form whenever it is another one, and pictures after it. */
export type Filmed = { readonly kind: 'form'; readonly form: FilmForm } | { readonly kind: 'frame'; readonly frame: Frame }

/** What was left out, and why (未采用计数): nothing that a terminal sends is dropped without being counted. */
export interface FilmCounts {
  readonly frames: number
  readonly sound: number
  readonly passed: number
  /** Pictures of another coding, such as H.265. */
  readonly otherCoding: number
  /** Packets do not tell in which order B pictures are shown. */
  readonly bPictures: number
  /** Pictures that came before a key frame, or after a loss and before the next. */
  readonly withoutKey: number
  readonly jumps: number
}
/**
 * Makes pictures of a film out of what a terminal sends: H.264 of JT/T 1078 becomes the samples of ISO/IEC 14496-15, bit by bit the same picture.
 * A picture is handed on when the next one begins, since only then it is known how long it lasts.
 */
export interface FrameMaker {
  readonly push: (unit: MediaUnit) => readonly Filmed[]
  /** The stream has ended: the last picture. */
  readonly end: () => readonly Filmed[]
  readonly counts: () => FilmCounts
}
interface Pending {
  readonly units: Uint8Array[]
  readonly packets: Uint8Array[]
  readonly isKey: boolean
  readonly atMs: number
}

/** Opens the maker of one stream. */
export function openFrameMaker(): FrameMaker {
  const counts = { frames: 0, sound: 0, passed: 0, otherCoding: 0, bPictures: 0, withoutKey: 0 }
  const timeline = openTimeline()
  const sets = openSets()
  let pending: Pending | undefined
  /** Packets of parameters that came before their picture. */
  let ahead: Uint8Array[] = []
  let waitsForKey = true

  function finished(untilMs: number): readonly Filmed[] {
    if (pending === undefined) return []
    const { units, packets, isKey, atMs } = pending
    pending = undefined
    counts.frames += 1
    return [{ kind: 'frame', frame: { bytes: withLengths(units), isKey, atMs, durationMs: untilMs - atMs, packets } }]
  }
  function picture(unit: MediaUnit, slices: readonly Uint8Array[]): readonly Filmed[] {
    const isKey = slices.some((slice) => nalKind(slice) === NAL.keySlice)
    const [first] = slices
    // Some terminals send each slice as a frame of its own.
    if (pending !== undefined && first !== undefined && !isFirstSlice(first) && !unit.afterLoss) {
      pending.units.push(...slices)
      pending.packets.push(...unit.packets)
      return []
    }
    const atMs = timeline.next(unit.relativeMs)
    const out = [...finished(atMs)]
    if (unit.afterLoss) waitsForKey = true
    if (isKey) out.push(...sets.changed())
    if (!sets.areKnown() || (waitsForKey && !isKey)) {
      counts.withoutKey += 1
      ahead = []
      return out
    }
    waitsForKey = false
    pending = { units: [...slices], packets: [...ahead, ...unit.packets], isKey, atMs }
    ahead = []
    return out
  }
  function push(unit: MediaUnit): readonly Filmed[] {
    const left = leftOut(unit)
    if (left !== undefined) {
      counts[left] += 1
      return []
    }
    const slices: Uint8Array[] = []
    for (const nal of nalUnits(unit.bytes)) {
      if (isSlice(nal)) slices.push(nal)
      else sets.note(nal)
    }
    if (slices.length > 0) return picture(unit, slices)
    if (ahead.length < MOST_AHEAD) ahead.push(...unit.packets)
    return []
  }
  return { push, end: () => finished((pending?.atMs ?? 0) + timeline.usualMs()), counts: () => ({ ...counts, jumps: timeline.jumps() }) }
}
const MOST_AHEAD = 8

/** The sets of parameters that came last. */
function openSets(): { readonly note: (nal: Uint8Array) => void; readonly changed: () => readonly Filmed[]; readonly areKnown: () => boolean } {
  let sequence: Uint8Array | undefined
  let picture: Uint8Array | undefined
  let form: FilmForm | undefined
  return {
    note: (nal) => {
      // A copy, since it is kept as long as the stream goes on.
      if (nalKind(nal) === NAL.sequenceSet) sequence = nal.slice()
      else if (nalKind(nal) === NAL.pictureSet) picture = nal.slice()
    },
    changed: () => {
      if (sequence === undefined || picture === undefined || (form !== undefined && same(form.sequenceSet, sequence) && same(form.pictureSet, picture))) return []
      const read = pictureFormOf(sequence)
      if (read === undefined) return []
      form = { ...read, sequenceSet: sequence, pictureSet: picture }
      return [{ kind: 'form', form }]
    },
    areKnown: () => form !== undefined,
  }
}

function leftOut({ data, payload }: MediaUnit): 'sound' | 'passed' | 'otherCoding' | 'bPictures' | undefined {
  if (data === SOUND) return 'sound'
  if (data > LAST_PICTURE) return 'passed'
  if (payload !== H264) return 'otherCoding'
  return data === B_PICTURE ? 'bPictures' : undefined
}
const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at])

const LENGTH_BYTES = 4
/** The units of a picture, each after its length of four bytes (ISO/IEC 14496-15 5.3.2). */
function withLengths(units: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(units.reduce((sum, unit) => sum + LENGTH_BYTES + unit.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const unit of units) {
    view.setUint32(at, unit.length)
    bytes.set(unit, at + LENGTH_BYTES)
    at += LENGTH_BYTES + unit.length
  }
  return bytes
}

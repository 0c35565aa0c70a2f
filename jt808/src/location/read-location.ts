import { readTime } from '../bytes/time.ts'
import { take, wrong, type Reader } from '../bytes/reader.ts'
import type { Location, RawItem } from './location.ts'

/** What every report has: two words of flags, two coordinates, height, speed, direction and time. */
export const BASIC_BYTES = 28
/** The poles, in millionths of a degree. */
export const MOST_LATITUDE = 90_000_000
/** The date line, in millionths of a degree. */
export const MOST_LONGITUDE = 180_000_000
/** The bit of the status word for south latitude (南纬). */
export const SOUTH = 1 << 2
/** The bit of the status word for west longitude (西经). */
export const WEST = 1 << 3

type Writable<T> = { -readonly [K in keyof T]: T[K] }
const NONE: readonly RawItem[] = []

/**
 * Reads a location report. This is what arrives all day, so it is written by hand: one object, always of one shape, and no copy
 * of the bytes unless there is an item that the standard does not have.
 */
export function readLocation(from: Reader): Location {
  const at = take(from, BASIC_BYTES)
  const location = basic(from, at)
  if (at < 0) return location
  if (Number.isNaN(location.atMs)) wrong(from, 'not-a-time', at + 22)
  else if (Math.abs(location.latitudeE6) > MOST_LATITUDE || Math.abs(location.longitudeE6) > MOST_LONGITUDE) wrong(from, 'not-a-position', at + 8)
  else readItems(from, location)
  return location
}

function basic({ view, bytes }: Reader, start: number): Writable<Location> {
  // Where there was too little, the object is thrown away.
  const at = start < 0 ? 0 : start
  const there = start >= 0
  const status = there ? view.getUint32(at + 4) : 0
  const latitude = there ? view.getInt32(at + 8) : 0
  const longitude = there ? view.getInt32(at + 12) : 0
  return {
    alarms: there ? view.getUint32(at) : 0,
    status,
    // Some terminals send the sign instead of the hemisphere, or both.
    latitudeE6: (status & SOUTH) !== 0 && latitude > 0 ? -latitude : latitude,
    longitudeE6: (status & WEST) !== 0 && longitude > 0 ? -longitude : longitude,
    altitudeM: there ? view.getUint16(at + 16) : 0,
    speedTenthsKmh: there ? view.getUint16(at + 18) : 0,
    courseDegrees: there ? view.getUint16(at + 20) : 0,
    atMs: there ? readTime(bytes, at + 22) : 0,
    mileageTenthsKm: undefined, fuelTenthsL: undefined, recorderSpeedTenthsKmh: undefined, alarmToConfirm: undefined, tyrePressures: undefined, cabinCelsius: undefined,
    overspeed: undefined, crossing: undefined, stretch: undefined, videoAlarms: undefined, channelsLost: undefined, channelsCovered: undefined, storageFaults: undefined, behaviour: undefined,
    signals: undefined, inputs: undefined, analogue: undefined, signalStrength: undefined, satellites: undefined, others: NONE,
  }
}

/** Items up to the end, or up to one that says to be longer than what there is: that and the rest stay unread. */
function readItems(from: Reader, location: Writable<Location>): void {
  const { view, bytes, end } = from
  let { at } = from
  let [low, high] = [0, 0]
  let others: RawItem[] | undefined
  while (at + 2 <= end) {
    const id = view.getUint8(at)
    const length = view.getUint8(at + 1)
    const start = at + 2
    if (start + length > end) break
    const bit = 1 << (id & 31)
    const before = id < 32 ? low & bit : high & bit
    if (before !== 0 || id >= 64 || !readItem(view, start, (id << 8) | length, location)) (others ??= []).push({ id, bytes: bytes.slice(start, start + length) })
    if (id < 32) low |= bit
    else if (id < 64) high |= bit
    at = start + length
  }
  if (others !== undefined) location.others = others
  from.at = at
}

/** One item by its id and length together: an item of another length is not that of the standard. */
function readItem(view: DataView, at: number, idAndLength: number, into: Writable<Location>): boolean {
  switch (idAndLength) {
    case 0x0104: into.mileageTenthsKm = view.getUint32(at); return true
    case 0x0202: into.fuelTenthsL = view.getUint16(at); return true
    case 0x0302: into.recorderSpeedTenthsKmh = view.getUint16(at); return true
    case 0x0402: into.alarmToConfirm = view.getUint16(at); return true
    case 0x051e: into.tyrePressures = new Uint8Array(view.buffer, view.byteOffset + at, 30).slice(); return true
    case 0x0602: into.cabinCelsius = signAndSize(view.getUint16(at)); return true
    case 0x1101: into.overspeed = { type: view.getUint8(at), id: undefined }; return true
    case 0x1105: into.overspeed = { type: view.getUint8(at), id: view.getUint32(at + 1) }; return true
    case 0x1206: into.crossing = { type: view.getUint8(at), id: view.getUint32(at + 1), direction: view.getUint8(at + 5) }; return true
    case 0x1307: into.stretch = { id: view.getUint32(at), seconds: view.getUint16(at + 4), result: view.getUint8(at + 6) }; return true
    case 0x1404: into.videoAlarms = view.getUint32(at); return true
    case 0x1504: into.channelsLost = view.getUint32(at); return true
    case 0x1604: into.channelsCovered = view.getUint32(at); return true
    case 0x1702: into.storageFaults = view.getUint16(at); return true
    case 0x1803: into.behaviour = { kinds: view.getUint16(at), tiredness: view.getUint8(at + 2) }; return true
    case 0x2504: into.signals = view.getUint32(at); return true
    case 0x2a02: into.inputs = view.getUint16(at); return true
    case 0x2b04: into.analogue = view.getUint32(at); return true
    case 0x3001: into.signalStrength = view.getUint8(at); return true
    case 0x3101: into.satellites = view.getUint8(at); return true
    default: return false
  }
}

/** The temperature has its sign in the highest bit and its size in the others. */
const signAndSize = (word: number): number => (word & 0x8000) === 0 ? word : -(word & 0x7fff) || 0

import { writeTime } from '../bytes/time.ts'
import { room, unfit, type Writer } from '../bytes/writer.ts'
import { inside, type FaultCode } from '../fault.ts'
import type { Location } from './location.ts'
import { BASIC_BYTES, MOST_LATITUDE, MOST_LONGITUDE, SOUTH, WEST } from './read-location.ts'

const WORD = 0xffff
const DWORD = 0xffff_ffff
const MOST_ITEM = 0xff

/** Writes a location report: the hemispheres of the status word follow the signs of the coordinates. Items in the order of their ids. */
export function writeLocation(to: Writer, location: Location): void {
  const at = room(to, BASIC_BYTES)
  const { status, latitudeE6, longitudeE6, atMs } = location
  const numbers: readonly (readonly [string, number, number])[] = [['alarms', location.alarms, DWORD], ['status', status, DWORD], ['altitudeM', location.altitudeM, WORD], ['speedTenthsKmh', location.speedTenthsKmh, WORD], ['courseDegrees', location.courseDegrees, WORD]]
  for (const [field, value, most] of numbers) if (!fits(value, most)) return refuse(to, 'out-of-range', field)
  if (!fits(Math.abs(latitudeE6), MOST_LATITUDE)) return refuse(to, 'not-a-position', 'latitudeE6')
  if (!fits(Math.abs(longitudeE6), MOST_LONGITUDE)) return refuse(to, 'not-a-position', 'longitudeE6')
  to.view.setUint32(at, location.alarms)
  to.view.setUint32(at + 4, (status & ~(SOUTH | WEST)) | (latitudeE6 < 0 ? SOUTH : 0) | (longitudeE6 < 0 ? WEST : 0))
  to.view.setUint32(at + 8, Math.abs(latitudeE6))
  to.view.setUint32(at + 12, Math.abs(longitudeE6))
  to.view.setUint16(at + 16, location.altitudeM)
  to.view.setUint16(at + 18, location.speedTenthsKmh)
  to.view.setUint16(at + 20, location.courseDegrees)
  if (!writeTime(to.bytes, at + 22, atMs)) return refuse(to, 'not-a-time', 'atMs')
  writeItems(to, location)
}

function writeItems(to: Writer, location: Location): void {
  for (const [id, field, parts] of itemsOf(location)) {
    if (parts.some(([value]) => value === undefined)) continue
    const at = room(to, 2)
    for (const [value, bytes] of parts) writeNumber(to, field, value ?? 0, bytes)
    to.bytes[at] = id
    to.bytes[at + 1] = to.length - at - 2
  }
  writeRaw(to, location)
}

type Size = 1 | 2 | 4
type Part = readonly [value: number | undefined, bytes: Size]

/** Id, field and numbers of every item of fixed size; an item whose number is `undefined` was not sent. */
function itemsOf(of: Location): readonly (readonly [id: number, field: keyof Location, parts: readonly Part[]])[] {
  const celsius = of.cabinCelsius
  return [
    [0x01, 'mileageTenthsKm', [[of.mileageTenthsKm, 4]]],
    [0x02, 'fuelTenthsL', [[of.fuelTenthsL, 2]]],
    [0x03, 'recorderSpeedTenthsKmh', [[of.recorderSpeedTenthsKmh, 2]]],
    [0x04, 'alarmToConfirm', [[of.alarmToConfirm, 2]]],
    [0x06, 'cabinCelsius', [[celsius === undefined ? undefined : celsius < 0 ? 0x8000 - celsius : celsius > 0x7fff ? NaN : celsius, 2]]],
    [0x11, 'overspeed', of.overspeed?.id === undefined ? [[of.overspeed?.type, 1]] : [[of.overspeed.type, 1], [of.overspeed.id, 4]]],
    [0x12, 'crossing', [[of.crossing?.type, 1], [of.crossing === undefined ? undefined : (of.crossing.id ?? 0), 4], [of.crossing?.direction, 1]]],
    [0x13, 'stretch', [[of.stretch?.id, 4], [of.stretch?.seconds, 2], [of.stretch?.result, 1]]],
    [0x14, 'videoAlarms', [[of.videoAlarms, 4]]],
    [0x15, 'channelsLost', [[of.channelsLost, 4]]],
    [0x16, 'channelsCovered', [[of.channelsCovered, 4]]],
    [0x17, 'storageFaults', [[of.storageFaults, 2]]],
    [0x18, 'behaviour', [[of.behaviour?.kinds, 2], [of.behaviour?.tiredness, 1]]],
    [0x25, 'signals', [[of.signals, 4]]],
    [0x2a, 'inputs', [[of.inputs, 2]]],
    [0x2b, 'analogue', [[of.analogue, 4]]],
    [0x30, 'signalStrength', [[of.signalStrength, 1]]],
    [0x31, 'satellites', [[of.satellites, 1]]],
  ]
}

function writeRaw(to: Writer, { tyrePressures, others }: Location): void {
  const tyres = tyrePressures === undefined ? [] : [{ id: 0x05, bytes: tyrePressures }]
  if (tyrePressures !== undefined && tyrePressures.length !== 30) return refuse(to, tyrePressures.length > 30 ? 'too-long' : 'too-short', 'tyrePressures')
  for (const { id, bytes } of [...tyres, ...others]) {
    if (!fits(id, MOST_ITEM) || bytes.length > MOST_ITEM) return refuse(to, 'out-of-range', 'others')
    const at = room(to, 2 + bytes.length)
    to.bytes[at] = id
    to.bytes[at + 1] = bytes.length
    to.bytes.set(bytes, at + 2)
  }
}

function writeNumber(to: Writer, field: string, value: number, bytes: Size): void {
  const at = room(to, bytes)
  if (!fits(value, 2 ** (bytes * 8) - 1)) return refuse(to, 'out-of-range', field)
  if (bytes === 4) to.view.setUint32(at, value)
  else if (bytes === 2) to.view.setUint16(at, value)
  else to.view.setUint8(at, value)
}

const fits = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most

function refuse(to: Writer, code: FaultCode, field: string): void {
  if (to.fault !== undefined) return
  unfit(to, code)
  if (to.fault !== undefined) to.fault = inside(field, to.fault)
}

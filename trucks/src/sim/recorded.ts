import type { Fix } from '../fix.ts'
import { headingDeg, impliedKmh } from '../geometry/distance.ts'
import { dayFrom, midnightOf } from '../time-of-day.ts'

/**
 * Reads recorded tracks to play them again: lines of longitude, latitude, Beijing time (2020-07-18 09:07:17) and an id, with
 * a head line. Speed and heading are those from the position before, as the recording has none; no other signal is made up.
 * A line that cannot be read is an error that names it.
 */
export function readTracks(csv: string): ReadonlyMap<string, readonly Fix[]> {
  const tracks = new Map<string, Fix[]>()
  for (const [index, line] of csv.split('\n').entries()) {
    if (index === 0 || line.trim() === '') continue
    const [lon = NaN, lat = NaN] = line.split(',').slice(0, 2).map(Number)
    const [, , time = '', id = ''] = line.trim().split(',')
    const atMs = instantOf(time)
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || atMs === undefined || id === '') throw new Error(`line ${index + 1} is no position: ${line}`)
    const track = tracks.get(id) ?? []
    track.push(recorded({ lat, lon }, atMs, id, track.at(-1)))
    tracks.set(id, track)
  }
  return tracks
}

function recorded(at: { readonly lat: number; readonly lon: number }, atMs: number, id: string, before: Fix | undefined): Fix {
  const speed = before === undefined || atMs <= before.atMs ? 0 : impliedKmh(before, at, atMs - before.atMs)
  // A jump is for the door to find: what it says of its speed is what an instrument could say.
  return { ...at, deviceId: id, truckId: id, atMs, receivedMs: atMs + 1_000, located: true, speedKmh: Math.min(Math.round(speed * 10) / 10, 150), headingDeg: before === undefined ? 0 : Math.round(headingDeg(before, at)) }
}

function instantOf(text: string): number | undefined {
  const [, day, hour, minute, second] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text) ?? []
  if (day === undefined) return undefined
  return midnightOf(dayFrom(day)) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000
}

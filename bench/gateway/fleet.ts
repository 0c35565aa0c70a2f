import { gbkText } from '@zhunsheng/jt808/bytes/text.ts'
import { writeFrame } from '@zhunsheng/jt808/frame/write-frame.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import { encodeMessage } from '@zhunsheng/jt808/message.ts'
import type { Bodies, MessageName } from '@zhunsheng/jt808/messages/catalogue.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import { simulateDay } from '@zhunsheng/trucks/sim/day.ts'

/** So many trucks of the simulated day, each as often as this, each time with a number of its own. */
const [TRUCKS, COPIES] = [64, 8]
export const CONNECTIONS = TRUCKS * COPIES
/** Forty days ago: ten minutes of reports, day after day, end before a terminal's clock would be ahead. */
const DAY = { seed: 8, trucks: TRUCKS, trips: 2, midnightMs: Math.floor(Date.now() / 86_400_000) * 86_400_000 - 40 * 86_400_000, misbehaving: true }
const FIRST = 13_000_000_000
const MINUTE_MS = 60_000

/** The truck that a number belongs to. */
export const truckOf = (terminal: string): string => {
  const index = Number(terminal) - FIRST
  return index < CONNECTIONS ? `${TRUCK_IDS[index % TRUCKS] ?? ''}-${Math.floor(index / TRUCKS)}` : `idle-${index}`
}
export const phoneOf = (index: number): string => String(FIRST + index)

const day = simulateDay(DAY)
const TRUCK_IDS = day.data.trucks.map(({ id }) => id)
const BY_TRUCK = TRUCK_IDS.map((id) => day.events.flatMap(({ truckId, event }) => (truckId === id && event.kind === 'position' ? [event.report] : [])))

const decoder = new TextDecoder('gbk')
const text = gbkText((bytes) => decoder.decode(bytes))
export function frameOf<N extends MessageName>(phone: string, serial: number, name: N, body: Bodies[N]): Uint8Array {
  const encoded = encodeMessage(name, body, { version: 2019, text })
  const frame = encoded.ok ? writeFrame({ id: encoded.id, is2019: true, protocolVersion: 1, phone, serial, encryption: 0, reserved: false }, encoded.body) : undefined
  if (frame === undefined) throw new Error(`${name} makes no frame`)
  return frame
}

/** The district of the day, in which every copy of a truck has its permits too. */
export function district(): typeof day.data {
  const copies = (id: string): readonly string[] => Array.from({ length: COPIES }, (_, copy) => `${id}-${copy}`)
  return { ...day.data, trucks: day.data.trucks.flatMap((truck) => copies(truck.id).map((id) => ({ ...truck, id }))), permits: day.data.permits.map((permit) => ({ ...permit, truckIds: permit.truckIds.flatMap(copies) })) }
}

/** The reports of one terminal without end, each day later than the last by its own clock. */
export function reportsOf(index: number): () => Location {
  const fixes = BY_TRUCK[index % TRUCKS] ?? []
  const span = (fixes.at(-1)?.atMs ?? 0) - (fixes[0]?.atMs ?? 0) + MINUTE_MS
  let at = 0
  return () => {
    const fix = fixes[at % fixes.length]
    if (fix === undefined) throw new Error('the day has no positions')
    // Going back a day each time is a history; going on is what terminals do, until their clock is ahead.
    const later = Math.floor(at / fixes.length) * span
    at += 1
    return locationOf(fix, later)
  }
}
function locationOf({ lat, lon, speedKmh, headingDeg, atMs, accOn, located }: Fix, laterMs: number): Location {
  return { alarms: 0, status: (accOn === true ? 1 : 0) | (located ? 2 : 0), latitudeE6: Math.round(lat * 1e6), longitudeE6: Math.round(lon * 1e6), altitudeM: 250, speedTenthsKmh: Math.round(speedKmh * 10), courseDegrees: Math.round(headingDeg) % 360, atMs: Math.floor((atMs + laterMs) / 1000) * 1000, others: [] }
}

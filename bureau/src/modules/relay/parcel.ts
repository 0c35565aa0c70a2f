import { z } from 'zod'
import type { Fix } from '@zhunsheng/trucks/fix.ts'
import type { Arrival } from '../terminals/contract.ts'

/** Positions on their way from a gateway to a worker (转发的定位包): JSON, with each frame once. Whoever reads it trusts no byte of it. */
const EDITION = 1

const Text = z.string().max(200)
const Place = { lat: z.number(), lon: z.number() }
const FixOnTheWire = z.strictObject({
  ...Place, deviceId: Text, truckId: Text, atMs: z.number(), receivedMs: z.number(), located: z.boolean(), speedKmh: z.number(), headingDeg: z.number(),
  serial: z.number().int().optional(), buffered: z.boolean().optional(), mileageKm: z.number().optional(), accOn: z.boolean().optional(),
  cover: z.enum(['open', 'closed']).optional(), lift: z.enum(['up', 'down']).optional(), load: z.enum(['empty', 'part', 'full']).optional(), weightKg: z.number().optional(),
  faults: z.array(z.enum(['antenna-cut', 'antenna-short', 'positioning-failed', 'power-cut', 'power-low', 'opened', 'camera-failed', 'jammed'])).max(20).optional(),
}) satisfies z.ZodType<Fix>
/** By its place: the truck, the position, and which of the frames it came in. */
const Parcel = z.strictObject({
  edition: z.literal(EDITION),
  frames: z.array(z.base64()),
  arrivals: z.array(z.tuple([Text, FixOnTheWire, z.number().int().min(0)])),
})

export function packed(arrivals: readonly Arrival[]): Uint8Array {
  const frames: string[] = []
  const known = new Map<Uint8Array, number>()
  const rows = arrivals.map(({ truckId, fix, frame }) => {
    const place = known.get(frame) ?? frames.push(Buffer.from(frame).toString('base64')) - 1
    known.set(frame, place)
    return [truckId, fix, place]
  })
  return Buffer.from(JSON.stringify({ edition: EDITION, frames, arrivals: rows } satisfies { readonly edition: number; readonly frames: readonly string[]; readonly arrivals: readonly unknown[] }))
}

/** What was packed, or nothing where it is no parcel of ours. */
export function unpacked(bytes: Uint8Array): readonly Arrival[] | undefined {
  const read = Parcel.safeParse(jsonOf(bytes))
  if (!read.success) return undefined
  const frames = read.data.frames.map((frame) => new Uint8Array(Buffer.from(frame, 'base64')))
  const arrivals = read.data.arrivals.flatMap(([truckId, fix, place]): readonly Arrival[] => {
    const frame = frames[place]
    return frame === undefined || fix.truckId !== truckId ? [] : [{ truckId, fix, frame }]
  })
  return arrivals.length < read.data.arrivals.length ? undefined : arrivals
}

/** JSON that somebody else has written; nothing where it is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

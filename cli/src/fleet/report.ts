import type { BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import type { Fix } from '@zhunsheng/trucks/fix.ts'

/** Where the terminals of the simulated fleet tell cover, lift and load: an item of their own of one byte. What a truck does not know is zero. */
export const FLEET_BODY = {
  name: '准绳仿真终端',
  states: {
    cover: { in: { item: 0xf3, byte: 0, length: 1 }, bit: 0, bits: 2, means: { 1: 'closed', 2: 'open' } },
    lift: { in: { item: 0xf3, byte: 0, length: 1 }, bit: 2, bits: 2, means: { 1: 'down', 2: 'raised' } },
    load: { in: { item: 0xf3, byte: 0, length: 1 }, bit: 4, bits: 2, means: { 1: 'empty', 2: 'half', 3: 'full' } },
  },
} as const satisfies BodyMapping

const COVERS = { closed: 1, open: 2 } as const
const LIFTS = { down: 1, up: 2 } as const
const LOADS = { empty: 1, part: 2, full: 3 } as const
/** Bits of the status word and of the alarm word (JT/T 808 表 24、表 25). */
const [ACC_ON, LOCATED] = [0b01, 0b10]
const BITS = { 'positioning-failed': 4, 'antenna-cut': 5, 'antenna-short': 6, 'power-low': 7, 'power-cut': 8, 'camera-failed': 11, opened: 0, jammed: 0 } as const
const SECOND_MS = 1000
const ALTITUDE_M = 250

/** A position of the simulation as a terminal reports it (定位点转位置汇报): whole seconds, millionths of a degree. */
export function reportOf(fix: Fix): Location {
  const { cover, lift, load, faults = [] } = fix
  const body = (cover === undefined ? 0 : COVERS[cover]) | ((lift === undefined ? 0 : LIFTS[lift]) << 2) | ((load === undefined ? 0 : LOADS[load]) << 4)
  return {
    alarms: faults.reduce((word, fault) => (BITS[fault] === 0 ? word : word | (1 << BITS[fault])), 0),
    status: (fix.accOn === true ? ACC_ON : 0) | (fix.located ? LOCATED : 0),
    latitudeE6: Math.round(fix.lat * 1e6),
    longitudeE6: Math.round(fix.lon * 1e6),
    altitudeM: ALTITUDE_M,
    speedTenthsKmh: Math.round(fix.speedKmh * 10),
    courseDegrees: Math.round(fix.headingDeg) % 360,
    atMs: Math.floor(fix.atMs / SECOND_MS) * SECOND_MS,
    ...(fix.mileageKm === undefined ? {} : { mileageTenthsKm: Math.round(fix.mileageKm * 10) }),
    others: body === 0 ? [] : [{ id: 0xf3, bytes: Uint8Array.of(body) }],
  }
}

import { bodyOf, type BodyMapping } from '@zhunsheng/jt808/body/truck-body.ts'
import type { Location } from '@zhunsheng/jt808/location/location.ts'
import type { Fix, TerminalFault } from '@zhunsheng/trucks/fix.ts'

/** Bits of the status word: engine on, position found, co-ordinates encrypted, which are no place (JT/T 808 表 24). */
const STATUS = { accOn: 0, located: 1, encrypted: 5 }
/** Bits of the alarm word that tell of the terminal itself (JT/T 808 表 25). */
const FAULT_BITS: readonly (readonly [number, TerminalFault])[] = [[4, 'positioning-failed'], [5, 'antenna-cut'], [6, 'antenna-short'], [7, 'power-low'], [8, 'power-cut'], [11, 'camera-failed']]
const LOADS = { empty: 'empty', half: 'part', full: 'full' } as const
/** Not wholly closed is open: what is asked for is that nothing can fall out. */
const COVERS = { closed: 'closed', open: 'open', 'partly-open': 'open' } as const
const LIFTS = { down: 'down', raised: 'up' } as const

/** Until the bureau says what its terminals report, nothing is known of cover, lift and load: many never set the bits of the standard. */
const NO_SIGNALS: BodyMapping = { name: '未配置', states: {} }

const isSet = (word: number, bit: number): boolean => ((word >>> bit) & 1) === 1

/** From whom a report came, and how. */
export interface ReportOrigin {
  readonly deviceId: string
  readonly truckId: string
  readonly receivedMs: number
  readonly serial?: number
  readonly buffered: boolean
}

/** A location report as the pipeline takes it (位置汇报转定位点): degrees, km/h, kilometres; the signals of the body by the mapping of its terminal. */
export function fixOf(location: Location, { deviceId, truckId, receivedMs, serial, buffered }: ReportOrigin, mapping: BodyMapping = NO_SIGNALS): Fix {
  const { cover, lift, load } = bodyOf(location, mapping)
  const faults = FAULT_BITS.filter(([bit]) => isSet(location.alarms, bit)).map(([, fault]) => fault)
  return {
    deviceId, truckId, receivedMs,
    atMs: location.atMs,
    lat: location.latitudeE6 / 1e6,
    lon: location.longitudeE6 / 1e6,
    located: isSet(location.status, STATUS.located) && !isSet(location.status, STATUS.encrypted),
    accOn: isSet(location.status, STATUS.accOn),
    speedKmh: location.speedTenthsKmh / 10,
    headingDeg: location.courseDegrees,
    ...(serial === undefined ? {} : { serial }),
    ...(buffered ? { buffered } : {}),
    ...(location.mileageTenthsKm === undefined ? {} : { mileageKm: location.mileageTenthsKm / 10 }),
    ...(cover === undefined ? {} : { cover: COVERS[cover] }),
    ...(lift === undefined ? {} : { lift: LIFTS[lift] }),
    ...(load === undefined ? {} : { load: LOADS[load] }),
    ...(faults.length === 0 ? {} : { faults }),
  }
}

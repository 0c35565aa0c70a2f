import { day, formatDay } from '@zhunsheng/law/day.ts'
import { simulateDay } from '@zhunsheng/trucks/sim/day.ts'
import { liveDay } from '@zhunsheng/trucks/sim/live-day.ts'
import { registerFleet, type Ids } from '@zhunsheng/trucks/sim/register-fleet.ts'
import type { Door } from './door.ts'
import type { Happening } from './happening.ts'

const SEED = 2021
const TRUCKS = 16
/** Before the first truck of the day sets off. */
const MORNING = 5 * 60
const HOUR_MS = 3_600_000
/** One day on which everybody behaves, and one on which the first eight do something wrong, each in his own way. */
const DAYS = [
  { on: day('2021-12-29'), trucks: TRUCKS, misbehaving: false, everyMs: 20_000 },
  { on: day('2021-12-30'), trucks: 8, misbehaving: true, everyMs: 10_000 },
] as const

/** The muck trucks of the demonstration (渣土车演示): a register, and two days of positions and manifests. */
export function fleetEvents(door: Door): readonly Happening[] {
  let ids: Ids = new Map()
  return DAYS.map(({ on, ...how }, index) => ({
    on,
    at: MORNING,
    happen: async () => {
      const midnightMs = Date.parse(`${formatDay(on)}T00:00:00+08:00`)
      const simulated = simulateDay({ seed: SEED + index, trips: 1, midnightMs, ...how })
      if (index === 0) ids = await registerFleet(async (kind, data, key) => idOf(await door.post('sun', `/api/trucks/register/${kind}`, { data, version: 0 }, key)), simulated.data, { from: '2021-01-01', until: '2022-12-31' })
      await liveDay(simulated, ids, {
        positions: door.positions,
        written: (ms) => new Date(ms).toISOString(),
        paper: async (path, said, { atMs, key }) => {
          setTo(door, atMs)
          const { id } = await door.post('sun', path, said, `fleet-${index}-${key}`)
          await door.minute()
          return String(id)
        },
      })
      // Terms that ran out since are noticed.
      setTo(door, Math.max(...simulated.events.map(({ atMs }) => atMs)) + 3 * HOUR_MS)
      await door.minute()
    },
  }))
}

const CHINA_MS = 8 * HOUR_MS
/** To the minute after: what is said of an instant has happened by then. */
function setTo(door: Door, atMs: number): void {
  const moment = new Date(atMs + 60_000 + CHINA_MS).toISOString()
  door.setClock(moment.slice(0, 10), moment.slice(11, 16))
}
const idOf = ({ row }: Readonly<Record<string, unknown>>): string => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '')

import type { Alarm } from '../alarm.ts'
import { districtOf } from '../district.ts'
import { DOOR_RULE } from '../door/door.ts'
import { advance, startOf, type TruckState, type World } from '../pipeline.ts'
import { TRIP_RULE } from '../trip/rule.ts'
import type { Trip } from '../trip/trip.ts'
import { WATCH_RULES } from '../watch/rules.ts'
import type { SimulatedDay } from './day.ts'

/** What the pipeline made of a day. */
export interface Found {
  readonly alarms: readonly Alarm[]
  readonly trips: readonly Trip[]
  readonly states: ReadonlyMap<string, TruckState>
}

/** The district of a simulated day under the rules that everybody begins with. */
export const worldOf = ({ data }: Pick<SimulatedDay, 'data'>): World => ({ district: districtOf(data), door: DOOR_RULE, trip: TRIP_RULE, watches: WATCH_RULES })

/** Lets events through, each truck beginning with the state that is handed in for it, or anew. */
export function runEvents(events: SimulatedDay['events'], world: World, from: ReadonlyMap<string, TruckState> = new Map()): Found {
  const states = new Map(from)
  const alarms: Alarm[] = []
  const trips: Trip[] = []
  for (const { truckId, event } of events) {
    const step = advance(states.get(truckId) ?? startOf(truckId), event, world)
    states.set(truckId, step.state)
    alarms.push(...step.alarms)
    if (step.ended !== undefined) trips.push(step.ended)
  }
  return { alarms, trips, states }
}

import { districtOf } from '@zhunsheng/trucks/district.ts'
import { DOOR_RULE } from '@zhunsheng/trucks/door/door.ts'
import type { World } from '@zhunsheng/trucks/pipeline.ts'
import { TRIP_RULE } from '@zhunsheng/trucks/trip/rule.ts'
import { WATCH_RULES, type WatchRules } from '@zhunsheng/trucks/watch/rules.ts'
import type { Queries } from '../../platform/database.ts'
import type { Registered, TruckRegister } from '../trucks/contract.ts'
import { districtData } from './district-of.ts'

/** What is known of the ground and the papers now, and what things are called. */
export interface Known {
  readonly world: World
  readonly named: (id: string | undefined) => string | undefined
  readonly vehicles: readonly Registered[]
}

/** Remembers what the register became, until a further version is written (辖区数据缓存). */
export function knownWorld(register: TruckRegister, rules: WatchRules = WATCH_RULES): (queries: Queries) => Promise<Known> {
  let made: { readonly edition: number; readonly known: Known } | undefined
  return async (queries) => {
    const edition = await register.edition(queries)
    if (made?.edition === edition) return made.known
    const standing = await register.standing(queries)
    const titles = new Map(standing.map(({ id, title }) => [id, title]))
    const known: Known = {
      world: { district: districtOf(districtData(standing)), door: DOOR_RULE, trip: TRIP_RULE, watches: rules },
      named: (id) => (id === undefined ? undefined : titles.get(id)),
      vehicles: standing.filter(({ kind }) => kind === 'vehicle'),
    }
    made = { edition, known }
    return known
  }
}

import type { District } from '../district.ts'
import type { Fix } from '../fix.ts'
import type { PermitStanding } from './trip.ts'

/** How the papers of a site stand for a truck that leaves it now (准运情况). */
export function permitStanding(district: District, siteId: string, { truckId, atMs }: Fix): PermitStanding {
  const valid = district.permitsOf(siteId).filter(({ validFromMs, validUntilMs }) => atMs >= validFromMs && atMs < validUntilMs)
  if (valid.length === 0) return { standing: 'none' }
  const held = valid.find(({ truckIds }) => truckIds.includes(truckId))
  return held === undefined ? { standing: 'others' } : { standing: 'held', id: held.id }
}

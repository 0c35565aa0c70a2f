import type { Database } from '../../platform/database.ts'
import type { PositionSink } from '../terminals/contract.ts'
import type { TruckRegister } from '../trucks/contract.ts'
import { happeningOf, type Follower } from './follow.ts'

/** Where the terminals' gateway hands its positions (定位数据入口). */
export function positionSink({ database, register, follower }: { readonly database: Database; readonly register: TruckRegister; readonly follower: Follower }): PositionSink {
  return {
    truckOf: async (terminal) => {
      const vehicle = await database.read((queries) => register.vehicleOf(queries, terminal))
      return vehicle === undefined ? undefined : { truckId: vehicle.id, plate: vehicle.title }
    },
    take: (arrivals) => follower.take(arrivals.map(happeningOf)),
  }
}

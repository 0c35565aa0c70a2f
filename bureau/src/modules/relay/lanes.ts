import type { Arrival } from '../terminals/contract.ts'
import { openLane, TOGETHER, type Lane, type LaneParts } from './lane.ts'
import { packed } from './parcel.ts'
import { PARTITIONS, partitionOf } from './partition.ts'

export interface LanesParts extends Pick<LaneParts, 'patienceMs' | 'count'> {
  /** Puts a parcel under this number into the stream of a partition; rejects where that cannot be. */
  readonly publish: (partition: number, bytes: Uint8Array, number: number) => Promise<void>
}
/** The gateway's side of the relay (网关侧转发). */
export interface Lanes {
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>
  /** A worker has said of the parcel with this number that it is durable, or that it could not be made so. */
  readonly answered: (number: number, isDurable: boolean) => void
  /** The broker has come back, and may have forgotten what is under way. */
  readonly again: () => void
}

/** More than this waits nowhere: it is refused, and the terminal sends it again. */
const MOST_WAITING = 50_000

/** Hands positions to the workers, partition by partition and in order, and waits for the word of the database. */
export function openLanes({ publish, patienceMs, count }: LanesParts): Lanes {
  let [parcels, size] = [0, 0]
  const lanes: readonly Lane[] = Array.from({ length: PARTITIONS }, (_, partition) => {
    // The number says of which partition a parcel is.
    const lane: Lane = openLane({ nextNumber: () => (parcels += 1) * PARTITIONS + partition, send, patienceMs, count })
    function send(number: number, arrivals: readonly Arrival[]): void {
      count('relay.published', arrivals.length)
      publish(partition, packed(arrivals), number).catch((failure: unknown) => {
        count('relay.refused', arrivals.length)
        lane.finish(number, new Error('the broker did not take the positions', { cause: failure }))
      })
    }
    return lane
  })
  return {
    take: async (arrivals) => {
      if (size + arrivals.length > MOST_WAITING) {
        count('relay.full', arrivals.length)
        throw new Error('too many positions wait to be made durable')
      }
      size += arrivals.length
      try {
        await Promise.all(byPartition(arrivals).map(async ([partition, part]) => { await lanes[partition]?.hand(part) }))
      } finally {
        size -= arrivals.length
      }
    },
    again: () => lanes.forEach((lane) => lane.again()),
    answered: (number, isDurable) => {
      const lane = lanes[number % PARTITIONS]
      count(isDurable ? 'relay.durable' : 'relay.not-durable', lane?.sizeOf(number))
      lane?.finish(number, isDurable ? undefined : new Error('a worker could not make the positions durable'))
    },
  }
}

/** The positions by their partition, each in the order in which they came, in parts that fit a parcel. */
function byPartition(arrivals: readonly Arrival[]): readonly (readonly [number, readonly Arrival[]])[] {
  const parts = new Map<number, Arrival[]>()
  for (const arrival of arrivals) {
    const partition = partitionOf(arrival.truckId)
    const part = parts.get(partition) ?? []
    part.push(arrival)
    parts.set(partition, part)
  }
  return [...parts].flatMap(([partition, part]) => Array.from({ length: Math.ceil(part.length / TOGETHER) }, (_, at) => [partition, part.slice(at * TOGETHER, (at + 1) * TOGETHER)] as const))
}

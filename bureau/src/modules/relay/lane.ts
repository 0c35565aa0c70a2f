import type { Arrival } from '../terminals/contract.ts'

export interface LaneParts {
  /** A number under which the answer to a parcel will come. */
  readonly nextNumber: () => number
  /** Begins to send a parcel. */
  readonly send: (number: number, arrivals: readonly Arrival[]) => void
  /** So long the word of the database is waited for. */
  readonly patienceMs: number
  readonly count: (what: string, times?: number) => void
}
/** The way of one partition from a gateway to its worker (单个分区的转发). */
export interface Lane {
  /** Resolves when the positions are durable; rejects when they are not, or nobody said so in time. */
  readonly hand: (arrivals: readonly Arrival[]) => Promise<void>
  /** What became of the parcel with this number. One that nobody waits for any more is unknown here. */
  readonly finish: (number: number, failure?: Error) => void
  readonly sizeOf: (number: number) => number
  /** Sends what is under way once more: the broker may have forgotten it. */
  readonly again: () => void
}

/** So many positions go in one parcel; what comes while others are under way goes together. */
export const TOGETHER = 500
/** So many parcels are under way at once. */
const UNDER_WAY = 2

/** Positions of one call, which wait for the word that they are durable. */
interface Waiting {
  readonly arrivals: readonly Arrival[]
  readonly settle: (failure?: Error) => void
  readonly isSettled: () => boolean
}

export function openLane({ nextNumber, send, patienceMs, count }: LaneParts): Lane {
  const waiting: Waiting[] = []
  const underWay = new Map<number, readonly Waiting[]>()
  function pump(): void {
    while (underWay.size < UNDER_WAY && waiting.length > 0) {
      const together = nextParcel(waiting)
      if (together.length === 0) continue
      const number = nextNumber()
      underWay.set(number, together)
      send(number, together.flatMap(({ arrivals }) => arrivals))
    }
  }
  /** Of a parcel for which nobody waits any more, the answer is not waited for either: others may go. */
  function forget(): void {
    for (const [number, of] of underWay) if (of.every(({ isSettled }) => isSettled())) underWay.delete(number)
    pump()
  }
  return {
    hand: (arrivals) =>
      new Promise((done, failed) => {
        let isSettled = false
        const settle = (failure?: Error): void => {
          if (isSettled) return
          isSettled = true
          clearTimeout(timer)
          if (failure === undefined) done()
          else failed(failure)
        }
        const timer = setTimeout(() => {
          count('relay.timed-out', arrivals.length)
          settle(new Error('nobody said in time that the positions are durable'))
          forget()
        }, patienceMs)
        waiting.push({ arrivals, settle, isSettled: () => isSettled })
        pump()
      }),
    finish: (number, failure) => {
      const of = underWay.get(number) ?? []
      underWay.delete(number)
      for (const { settle } of of) settle(failure)
      pump()
    },
    again: () => {
      for (const [number, of] of underWay) send(number, of.flatMap(({ arrivals }) => arrivals))
    },
    sizeOf: (number) => (underWay.get(number) ?? []).reduce((sum, { arrivals }) => sum + arrivals.length, 0),
  }
}

/** What still waits and goes into one parcel: always the first, and further ones while there is room. */
function nextParcel(waiting: Waiting[]): readonly Waiting[] {
  let [calls, size] = [0, 0]
  for (const { arrivals } of waiting) {
    if (calls > 0 && size + arrivals.length > TOGETHER) break
    calls += 1
    size += arrivals.length
  }
  return waiting.splice(0, calls).filter(({ isSettled }) => !isSettled())
}

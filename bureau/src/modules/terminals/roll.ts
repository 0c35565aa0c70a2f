import type { Version } from '@zhunsheng/jt808/version.ts'
import type { Session } from './session.ts'

/** Where a terminal can be reached. */
export interface Place {
  readonly session: Session
  readonly send: (frames: readonly Uint8Array[]) => void
  readonly address: string
  /** The address of ours that it connected to, where it is connected. */
  readonly reached?: string
}
export interface OnLine {
  readonly terminal: string
  readonly truckId: string
  readonly plate: string
  readonly edition: Version
  readonly address: string
  readonly lastMs: number
  readonly place: Place
}
/** Which terminals are on line (在线终端). A terminal that comes by another way is there, and no longer where it was. */
export interface Roll {
  readonly heard: (place: Place) => void
  readonly left: (place: Place) => void
  readonly all: () => readonly OnLine[]
  readonly find: (terminal: string) => OnLine | undefined
  readonly ofTruck: (truck: string) => OnLine | undefined
}
export function rollOf(nowMs: () => number): Roll {
  const present = new Map<string, OnLine>()
  const terminals = new Map<Session, string>()
  const trucks = new Map<string, string>()
  return {
    heard: (place) => {
      const who = place.session.who()
      if (who === undefined) return drop(place)
      const { terminal, identity } = who
      terminals.set(place.session, terminal)
      trucks.set(identity.truckId, terminal)
      present.set(terminal, { terminal, truckId: identity.truckId, plate: identity.plate, edition: identity.version, address: place.address, lastMs: nowMs(), place })
    },
    left: drop,
    all: () => [...present.values()],
    find: (terminal) => present.get(terminal),
    ofTruck: (truck) => {
      const there = present.get(trucks.get(truck) ?? '')
      return there?.truckId === truck ? there : undefined
    },
  }
  function drop({ session }: Place): void {
    const terminal = terminals.get(session)
    terminals.delete(session)
    if (terminal !== undefined && present.get(terminal)?.place.session === session) present.delete(terminal)
  }
}

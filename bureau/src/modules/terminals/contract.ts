import type { Fix } from '@zhunsheng/trucks/fix.ts'

/** One position of a terminal that is known and has authenticated itself. */
export interface Arrival {
  readonly truckId: string
  readonly fix: Fix
  /** The frame as it came, with its delimiters and escapes: what proves the position. Of a message of many positions, the whole message each time. */
  readonly frame: Uint8Array
}
/** Whom the gateway hands positions to. */
export interface PositionSink {
  /** The truck that carries this terminal by the register as it stands; undefined: nobody's. */
  readonly truckOf: (terminal: string) => Promise<{ readonly truckId: string; readonly plate: string } | undefined>
  /** Takes positions. Resolves when they are durable; rejects when they are not, and then nothing is acknowledged. Handing in the same position twice is harmless. */
  readonly take: (arrivals: readonly Arrival[]) => Promise<void>
}

import type { Fix } from '../fix.ts'
import type { CorrectedKind } from './fault.ts'

/** The satellites count weeks in ten bits (IS-GPS-200), so that a receiver that loses count is wrong by a multiple of this. */
const CYCLE_MS = 1024 * 7 * 86_400_000
const DAY_MS = 86_400_000

/** No terminal has kept a position in its memory for half a cycle, which is more than nine years. */
const OLDEST_MS = CYCLE_MS / 2

/**
 * What to make of a terminal's clock: nothing where it is right, the corrected instant, or `lost` where nobody can tell.
 * A clock that is a whole number of cycles behind, to within a day, is put forward by them; any other impossible clock of
 * a live message becomes the time of receipt. A message that is merely old is right: it was kept in a blind area.
 */
export function clockOf({ atMs, receivedMs, buffered }: Fix, aheadMs: number): { readonly atMs: number; readonly corrected: CorrectedKind } | 'lost' | undefined {
  if (atMs > receivedMs - OLDEST_MS && atMs <= receivedMs + aheadMs) return undefined
  const cycles = Math.round((receivedMs - atMs) / CYCLE_MS)
  const forward = atMs + cycles * CYCLE_MS
  if (cycles > 0 && atMs > 0 && forward <= receivedMs + aheadMs && receivedMs - forward < DAY_MS) return { atMs: forward, corrected: 'clock-rollover' }
  return buffered === true ? 'lost' : { atMs: receivedMs, corrected: 'clock-wrong' }
}

/** Turns the times of a terminal into times of a film that only go forward, milliseconds from 0 (时间轴). */
export interface Timeline {
  /** The time of the next frame. */
  readonly next: (relativeMs: bigint) => number
  /** How often the terminal's time stood still, went back, or leapt ahead. */
  readonly jumps: () => number
  /** How long a frame lasts, as far as is known. */
  readonly usualMs: () => number
}
/** Frames further apart than this are a clock that was set, not a picture that stood still. */
const MOST_STEP_MS = 10_000
const FIRST_GUESS_MS = 40
const WORDS_32 = 2n ** 32n
const WORDS_64 = 2n ** 64n

/** Opens the timeline of one stream. Terminals count in 32 bits or in 64, from anywhere; either may run over. */
export function openTimeline(): Timeline {
  let before: bigint | undefined
  let atMs = 0
  let usual = FIRST_GUESS_MS
  let jumps = 0
  return {
    next: (relativeMs) => {
      if (before !== undefined) {
        const step = stepOf(before, relativeMs)
        if (step === undefined) jumps += 1
        else if (step > 0) usual = step
        atMs += step ?? usual
      }
      before = relativeMs
      return atMs
    },
    jumps: () => jumps,
    usualMs: () => usual,
  }
}
function stepOf(before: bigint, now: bigint): number | undefined {
  for (const step of [now - before, now - before + WORDS_32, now - before + WORDS_64]) if (step >= 0n && step <= MOST_STEP_MS) return Number(step)
  return undefined
}

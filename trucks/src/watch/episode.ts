import { proofOf, type Fix, type Proof } from '../fix.ts'

/** When a state of things is an alarm, and when it is over again (开启与解除条件). */
export interface Sustained {
  /** It must have lasted so long… */
  readonly opensAfterMs: number
  /** …over so many positions: one bad position is no offence. */
  readonly opensAfterFixes: number
  /** It must have been over for so long, without a relapse. */
  readonly closesAfterMs: number
  /** A silence longer than this breaks a run that is not yet an alarm: nobody saw what was between. */
  readonly gapMs: number
}

/** How a state of things goes on, from position to position; plain JSON. */
export type Episode = Quiet | Run | Open
interface Quiet {
  readonly phase: 'quiet'
}
/** It holds, but not yet for long enough. */
interface Run {
  readonly phase: 'suspected'
  readonly sinceMs: number
  readonly lastMs: number
  readonly fixes: number
  readonly worst: number
  readonly evidence: readonly Proof[]
}
interface Open extends Omit<Run, 'phase'> {
  readonly phase: 'open'
  /** Since when it does not hold any more. */
  readonly clearSinceMs?: number | undefined
}

export const QUIET: Quiet = { phase: 'quiet' }

/** What one position says: it holds, it does not, or (a signal is missing) nobody knows. */
export type Observation = { readonly holds: true; readonly value: number } | { readonly holds: false } | { readonly holds: undefined }
export const DOES_NOT: Observation = { holds: false }
export const UNKNOWN: Observation = { holds: undefined }

/** What became of it. */
export interface Turn {
  readonly change: 'opened' | 'closed'
  readonly sinceMs: number
  /** Of a closed one: when it last held. */
  readonly untilMs?: number
  readonly worst: number
  readonly evidence: readonly Proof[]
}
export interface Followed {
  readonly after: Episode
  readonly turn?: Turn
}

/** So many positions are kept as evidence: the first ones, the worst, and the latest. */
const FIRST_KEPT = 6

/**
 * Follows a state of things by one position. What nobody knows neither opens nor closes anything; a run that is not yet an
 * alarm is dropped when it stops, an alarm only when it has stopped for long enough.
 */
export function follow(before: Episode, { holds, ...seen }: Observation & { readonly value?: number }, fix: Fix, rule: Sustained): Followed {
  if (holds === undefined) return { after: before }
  if (!holds) return cleared(before, fix.atMs, rule)
  const value = seen.value ?? 0
  switch (before.phase) {
    case 'quiet':
      return grown(begun(fix, value), rule)
    case 'suspected':
      return fix.atMs - before.lastMs > rule.gapMs ? grown(begun(fix, value), rule) : grown(continued(before, fix, value), rule)
    case 'open': {
      const { clearSinceMs: _, ...open } = before
      return { after: { ...open, ...continued({ ...open, phase: 'suspected' }, fix, value), phase: 'open' } }
    }
  }
}

/** It does not hold now, whatever the reason: an alarm closes once that has lasted. */
export function cleared(before: Episode, atMs: number, { closesAfterMs }: Sustained): Followed {
  if (before.phase === 'quiet') return { after: before }
  if (before.phase === 'suspected') return { after: QUIET }
  const clearSinceMs = before.clearSinceMs ?? atMs
  if (atMs - clearSinceMs < closesAfterMs) return { after: before.clearSinceMs === undefined ? { ...before, clearSinceMs } : before }
  return { after: QUIET, turn: { change: 'closed', sinceMs: before.sinceMs, untilMs: before.lastMs, worst: before.worst, evidence: before.evidence } }
}

function grown(run: Run, { opensAfterMs, opensAfterFixes }: Sustained): Followed {
  if (run.fixes < opensAfterFixes || run.lastMs - run.sinceMs < opensAfterMs) return { after: run }
  return { after: { ...run, phase: 'open' }, turn: { change: 'opened', sinceMs: run.sinceMs, worst: run.worst, evidence: run.evidence } }
}

const begun = (fix: Fix, value: number): Run => ({ phase: 'suspected', sinceMs: fix.atMs, lastMs: fix.atMs, fixes: 1, worst: value, evidence: [proofOf(fix)] })

function continued(run: Run, fix: Fix, value: number): Run {
  return { ...run, lastMs: fix.atMs, fixes: run.fixes + 1, worst: Math.max(run.worst, value), evidence: kept(run, fix, value) }
}

/** The first ones are kept as they came; after them one place is for the worst, and one for the latest. */
function kept({ evidence, worst }: Run, fix: Fix, value: number): readonly Proof[] {
  if (evidence.length < FIRST_KEPT) return [...evidence, proofOf(fix)]
  const first = evidence.slice(0, FIRST_KEPT)
  const worstSoFar = value > worst ? undefined : evidence[FIRST_KEPT]
  return worstSoFar === undefined ? [...first, proofOf(fix)] : [...first, worstSoFar, proofOf(fix)]
}

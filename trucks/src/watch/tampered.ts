import type { Fix, TerminalFault } from '../fix.ts'
import type { Sighting } from '../sighting.ts'
import { DOES_NOT, follow, type Episode } from './episode.ts'
import { rung, silent, type Outcome } from './outcome.ts'
import type { EpisodeRule } from './rules.ts'

/** What a hand can do to a terminal. A low battery or a broken camera is a matter for the workshop. */
const BY_HAND: readonly TerminalFault[] = ['antenna-cut', 'antenna-short', 'power-cut', 'opened', 'jammed', 'positioning-failed']

/**
 * A terminal goes on talking, but its aerial or its power is cut, it was opened, or it has lost its position while the engine
 * runs (终端异常). A long tunnel looks the same: the time that it must last is the bureau's to choose.
 */
export function watchTerminal(before: Episode, { message }: Sighting, rule: EpisodeRule): Outcome<Episode> {
  if (message === undefined) return silent(before)
  const wrong = faultsOf(message)
  if (before.phase === 'quiet' && wrong === 0) return silent(before)
  return rung(follow(before, wrong > 0 ? { holds: true, value: wrong } : DOES_NOT, message, rule), { limit: 0, unit: 'none', about: {} })
}

const faultsOf = ({ faults, located, accOn }: Fix): number => (faults?.filter((fault) => BY_HAND.includes(fault)).length ?? 0) + (!located && accOn === true ? 1 : 0)

import { QUIET, type Episode } from './episode.ts'
import { RESTED, type Driving } from './fatigue.ts'
import { MOVING, type Stop } from './long-stop.ts'
import { SETTLED, type Owing } from './manifest-open.ts'
import { UNHEARD, type Hearing } from './off-line.ts'
import { AGREED, type Differing } from './volume-differs.ts'

/** What each watch remembers of a truck; plain JSON. */
export interface Standing {
  readonly 'no-permit': Episode
  readonly 'other-truck': Episode
  readonly 'wrong-time': Episode
  readonly 'off-route': Episode
  readonly 'no-go': Episode
  readonly speeding: Episode
  readonly 'open-cover': Episode
  readonly 'lifted-outside': Episode
  readonly 'long-stop': Stop
  readonly 'off-line': Hearing
  readonly tampered: Episode
  readonly overload: Episode
  readonly fatigue: Driving
  readonly 'manifest-open': Owing
  readonly 'volume-differs': Differing
}

export const STANDING_START: Standing = {
  'no-permit': QUIET,
  'other-truck': QUIET,
  'wrong-time': QUIET,
  'off-route': QUIET,
  'no-go': QUIET,
  speeding: QUIET,
  'open-cover': QUIET,
  'lifted-outside': QUIET,
  'long-stop': MOVING,
  'off-line': UNHEARD,
  tampered: QUIET,
  overload: QUIET,
  fatigue: RESTED,
  'manifest-open': SETTLED,
  'volume-differs': AGREED,
}

import type { RoadClass } from '../district.ts'
import type { Hours } from '../time-of-day.ts'
import type { Sustained } from './episode.ts'

/** Where a threshold comes from. `verified` is false where no published source was found: the bureau must set it itself. */
export interface Sourced {
  readonly verified: boolean
  readonly source: string
}
/** A threshold with what the alarm says that it is measured in. */
export interface Threshold extends Sourced {
  readonly limit: number
}
export type EpisodeRule = Sustained & Sourced
export type LimitRule = Sustained & Threshold

/** How fast a truck may go (限速). */
export interface SpeedRule extends Sustained, Sourced {
  /** By class of road, where no sign stands; nothing: no limit is known, and nobody is accused. */
  readonly byClassKmh: Readonly<Partial<Record<RoadClass, number>>>
  /** At these hours trucks go slower by so much. */
  readonly atNight: { readonly hours: readonly Hours[]; readonly lessKmh: number }
  /** What the instrument may be wrong by: only more than the limit and this counts. */
  readonly toleranceKmh: number
}
export interface StopRule extends Threshold {
  /** It has not moved if it stayed within so many metres. */
  readonly withinM: number
}
export interface FatigueRule extends Sourced {
  readonly drivingMs: number
  readonly restMs: number
  /** Slower than this is a stop. */
  readonly stillKmh: number
  /** Silence longer than this is neither driving nor rest: counting begins anew, in favour of the driver. */
  readonly gapMs: number
}

/** The thresholds of all watches: each bureau has its own. */
export interface WatchRules {
  readonly 'no-permit': EpisodeRule
  readonly 'other-truck': EpisodeRule
  readonly 'wrong-time': EpisodeRule
  /** `limit`: metres beyond the edge of the corridor. */
  readonly 'off-route': LimitRule
  readonly 'no-go': EpisodeRule
  readonly speeding: SpeedRule
  /** `limit`: km/h from which an open cover counts. */
  readonly 'open-cover': LimitRule
  readonly 'lifted-outside': EpisodeRule
  /** `limit`: milliseconds. */
  readonly 'long-stop': StopRule
  /** `limit`: milliseconds without a message while it was under way. */
  readonly 'off-line': Threshold
  readonly tampered: EpisodeRule
  /** `limit`: share of the rated load, 1.05 being five percent too much. */
  readonly overload: LimitRule
  readonly fatigue: FatigueRule
  /** `limit`: milliseconds after tipping. */
  readonly 'manifest-open': Threshold
  /** `limit`: share of what was loaded. */
  readonly 'volume-differs': Threshold
}

const TRADE: Sourced = { verified: false, source: '未找到公开依据，须由机关自行确定' }
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const QUICKLY: Sustained = { opensAfterMs: 20 * SECOND, opensAfterFixes: 3, closesAfterMs: MINUTE, gapMs: 5 * MINUTE }

/** Defaults to begin with. Only where `verified` is true does a statute say the number. */
export const WATCH_RULES: WatchRules = {
  'no-permit': { ...QUICKLY, ...TRADE },
  'other-truck': { ...QUICKLY, ...TRADE },
  'wrong-time': { ...QUICKLY, opensAfterMs: 2 * MINUTE, ...TRADE },
  'off-route': { ...QUICKLY, opensAfterMs: 40 * SECOND, limit: 20, ...TRADE },
  'no-go': { ...QUICKLY, ...TRADE },
  speeding: {
    ...QUICKLY,
    closesAfterMs: 30 * SECOND,
    byClassKmh: { 'no-centre-line': 30, 'one-lane': 50 },
    atNight: { hours: [], lessKmh: 0 },
    toleranceKmh: 5,
    verified: true,
    source: '城市道路无标志、标线时: 无道路中心线 30 公里/小时，同方向一条机动车道 50 公里/小时; 其他道路以标志为准，容差由机关确定',
  },
  'open-cover': { ...QUICKLY, opensAfterMs: 30 * SECOND, limit: 10, ...TRADE },
  'lifted-outside': { ...QUICKLY, opensAfterMs: 10 * SECOND, opensAfterFixes: 2, ...TRADE },
  'long-stop': { limit: 20 * MINUTE, withinM: 60, ...TRADE },
  'off-line': { limit: 10 * MINUTE, ...TRADE },
  tampered: { ...QUICKLY, opensAfterMs: 2 * MINUTE, ...TRADE },
  overload: { ...QUICKLY, opensAfterMs: MINUTE, limit: 1.05, verified: false, source: '法律禁止超过核定载质量; 百分之五为称重容差，由机关确定' },
  fatigue: { drivingMs: 4 * HOUR, restMs: 20 * MINUTE, stillKmh: 3, gapMs: 20 * MINUTE, verified: true, source: '连续驾驶四小时，停车休息二十分钟' },
  'manifest-open': { limit: 2 * HOUR, ...TRADE },
  'volume-differs': { limit: 0.1, ...TRADE },
}

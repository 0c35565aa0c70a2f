/** How trips are told from positions (趟次识别参数): habits of the trade, to be set by each bureau; no standard was found. */
export interface TripRule {
  /** So many positions in a row inside or outside make it inside or outside (hysteresis against scatter at the edge). */
  readonly fixes: number
  /** Slower than this is standing still. */
  readonly stillKmh: number
  /** Standing in a site for so long is loading, where no signal tells. */
  readonly loadingMs: number
  /** Standing in a disposal site for so long is tipping, where no signal tells. */
  readonly tippingMs: number
  /** A silence longer than this is not counted as standing still. */
  readonly gapMs: number
  /** A haul that lasts longer has been lost from sight. */
  readonly longestHaulMs: number
  /** What a cubic metre of muck weighs, where only scales tell the volume. */
  readonly densityKgPerM3: number
}

export const TRIP_RULE: TripRule = { fixes: 2, stillKmh: 3, loadingMs: 180_000, tippingMs: 90_000, gapMs: 120_000, longestHaulMs: 12 * 3_600_000, densityKgPerM3: 1_600 }

import type { Point } from '@zhunsheng/bureau/modules/trucks/wire.ts'

/** Some two kilometres. */
const STEP = 0.02

/** The corners of what must be seen, on a coarse grid: the view stays where it is while trucks drive within it. */
export function cornersOf(points: readonly Point[]): readonly Point[] {
  if (points.length === 0) return []
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of points) [west, south, east, north] = [Math.min(west, longitude), Math.min(south, latitude), Math.max(east, longitude), Math.max(north, latitude)]
  return [[Math.floor(west / STEP) * STEP, Math.floor(south / STEP) * STEP], [Math.ceil(east / STEP) * STEP, Math.ceil(north / STEP) * STEP]]
}

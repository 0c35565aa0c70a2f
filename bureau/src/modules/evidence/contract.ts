import type { Queries } from '../../platform/database.ts'

/** The corners of the district (本区范围), degrees; a position outside is flagged, not refused: a chase may end anywhere. */
export interface District {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** What files are by their bytes (媒体类型), by digest; those that never came are left out. */
export type MediaOf = (queries: Queries, digests: readonly string[]) => Promise<ReadonlyMap<string, string>>

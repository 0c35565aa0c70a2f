/** The corners of the district (本区范围), degrees; a position outside is flagged, not refused: a chase may end anywhere. */
export interface District {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

import { boxOf, type Box } from './area.ts'
import { scaleAt } from './distance.ts'
import type { Point } from './point.ts'

/** A strip along a line (路线走廊): everything within `halfWidthM` of a path of at least two points. */
export interface Corridor {
  readonly path: readonly Point[]
  readonly halfWidthM: number
}

/** A corridor made ready for many questions. Its pieces are numbered from 0. */
export interface ReadyCorridor {
  readonly box: Box
  readonly halfWidthM: number
  readonly pieces: number
  /** Metres from a point to a piece, at the scale of the corridor's middle: 0.3 % off for a corridor 60 km from south to north. */
  readonly pieceAwayM: (piece: number, lat: number, lon: number) => number
  readonly pieceBox: (piece: number) => Box
  /** Metres to the nearest piece. */
  readonly awayM: (lat: number, lon: number) => number
}

/** What is wrong with a corridor as somebody drew it; nothing if it can be used. */
export function faultOfCorridor({ path, halfWidthM }: Corridor): string | undefined {
  if (path.length < 2) return '路线至少须有两个点'
  return halfWidthM > 0 && halfWidthM < 10_000 ? undefined : '路线走廊的半宽须大于零、小于十公里'
}

export function readyCorridor({ path, halfWidthM }: Corridor): ReadyCorridor {
  const line = boxOf(path)
  const { latM, lonM } = scaleAt((line.south + line.north) / 2)
  const [lats, lons] = [Float64Array.from(path, ({ lat }) => lat), Float64Array.from(path, ({ lon }) => lon)]
  const pieces = path.length - 1
  const pieceAwayM = (piece: number, lat: number, lon: number): number => {
    const [lat1, lon1] = [lats[piece] ?? 0, lons[piece] ?? 0]
    const north = ((lats[piece + 1] ?? 0) - lat1) * latM
    const east = ((lons[piece + 1] ?? 0) - lon1) * lonM
    const y = (lat - lat1) * latM
    const x = (lon - lon1) * lonM
    const length2 = north * north + east * east
    const along = length2 === 0 ? 0 : Math.min(Math.max((y * north + x * east) / length2, 0), 1)
    const [dy, dx] = [y - along * north, x - along * east]
    return Math.sqrt(dy * dy + dx * dx)
  }
  const widened = ({ south, west, north, east }: Box): Box => {
    // A hundredth more, so that no rounding leaves out a point that counts.
    const [up, side] = [(halfWidthM * 1.01) / latM, (halfWidthM * 1.01) / lonM]
    return { south: south - up, west: west - side, north: north + up, east: east + side }
  }
  return {
    box: widened(line),
    halfWidthM,
    pieces,
    pieceAwayM,
    pieceBox: (piece) => widened(boxOf(path.slice(piece, piece + 2))),
    awayM: (lat, lon) => {
      let least = Infinity
      for (let piece = 0; piece < pieces; piece += 1) least = Math.min(least, pieceAwayM(piece, lat, lon))
      return least
    },
  }
}

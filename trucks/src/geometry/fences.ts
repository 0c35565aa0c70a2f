import { readyArea, type Area, type Box } from './area.ts'
import { readyCorridor, type Corridor } from './corridor.ts'
import { cellsOver } from './cells.ts'

/** Areas and corridors, laid out so that a point is only compared with what is near it. */
export interface Fences<A, C> {
  /** The areas that a point lies in, in the order in which they were given. */
  readonly areasAt: (lat: number, lon: number) => readonly A[]
  /** The corridors that a point lies in, in the order in which they were given. */
  readonly corridorsAt: (lat: number, lon: number) => readonly C[]
}

/**
 * Builds the index (网格索引): a grid over everything, and in each cell the areas that cover it, the areas whose edge
 * crosses it, and the pieces of corridor that come near it. It answers exactly as asking every shape in turn would.
 */
export function fencesOf<A extends { readonly area: Area }, C extends { readonly corridor: Corridor }>(areas: readonly A[], corridors: readonly C[]): Fences<A, C> {
  return { areasAt: areaIndex(areas), corridorsAt: corridorIndex(corridors) }
}

const NOWHERE: readonly never[] = []

function areaIndex<A extends { readonly area: Area }>(areas: readonly A[]): (lat: number, lon: number) => readonly A[] {
  const ready = areas.map(({ area }) => readyArea(area))
  // An area is entered as an even number where it covers the cell, as an odd one where its edge crosses it.
  const cells = cellsOver(ready.map(({ box }) => box), (shape, cell) => {
    const area = ready[shape]
    if (area === undefined) return []
    if (area.edgeMeets(cell)) return [shape * 2 + 1]
    return area.contains((cell.south + cell.north) / 2, (cell.west + cell.east) / 2) ? [shape * 2] : []
  })
  return (lat, lon) => {
    const cell = cells.at(lat, lon)
    if (cell < 0) return NOWHERE
    let found: A[] | undefined
    for (let entry = cells.first(cell); entry < cells.first(cell + 1); entry += 1) {
      const code = cells.entry(entry)
      const shape = code >> 1
      if ((code & 1) === 1 && ready[shape]?.contains(lat, lon) !== true) continue
      const area = areas[shape]
      if (area !== undefined) (found ??= []).push(area)
    }
    return found ?? NOWHERE
  }
}

function corridorIndex<C extends { readonly corridor: Corridor }>(corridors: readonly C[]): (lat: number, lon: number) => readonly C[] {
  const ready = corridors.map(({ corridor }) => readyCorridor(corridor))
  const pieces = ready.flatMap((corridor, shape) => Array.from({ length: corridor.pieces }, (_, piece) => ({ corridor, shape, piece })))
  const cells = cellsOver(pieces.map(({ corridor, piece }) => corridor.pieceBox(piece)), (index, cell) => {
    const one = pieces[index]
    return one !== undefined && comesNear(one.corridor.pieceAwayM, one.piece, one.corridor.halfWidthM, cell) ? [index] : []
  })
  return (lat, lon) => {
    const cell = cells.at(lat, lon)
    if (cell < 0) return NOWHERE
    let found: C[] | undefined
    let last = -1
    for (let entry = cells.first(cell); entry < cells.first(cell + 1); entry += 1) {
      const one = pieces[cells.entry(entry)]
      if (one === undefined || one.shape === last || one.corridor.pieceAwayM(one.piece, lat, lon) > one.corridor.halfWidthM) continue
      const corridor = corridors[one.shape]
      last = one.shape
      if (corridor !== undefined) (found ??= []).push(corridor)
    }
    return found ?? NOWHERE
  }
}

/** Whether any point of a cell can be within the width: no point of it is farther from its middle than a corner. */
function comesNear(awayM: (piece: number, lat: number, lon: number) => number, piece: number, halfWidthM: number, { south, west, north, east }: Box): boolean {
  const reachM = Math.hypot((north - south) * 111_700, (east - west) * 111_400) / 2
  return awayM(piece, (south + north) / 2, (west + east) / 2) <= (halfWidthM + reachM) * 1.01
}

/** Every area and corridor asked in turn: what the index must agree with. */
export function scan<A extends { readonly area: Area }, C extends { readonly corridor: Corridor }>(areas: readonly A[], corridors: readonly C[]): Fences<A, C> {
  const readyAreas = areas.map((one) => ({ one, ready: readyArea(one.area) }))
  const readyCorridors = corridors.map((one) => ({ one, ready: readyCorridor(one.corridor) }))
  return {
    areasAt: (lat, lon) => readyAreas.filter(({ ready }) => ready.contains(lat, lon)).map(({ one }) => one),
    corridorsAt: (lat, lon) => readyCorridors.filter(({ ready }) => ready.awayM(lat, lon) <= ready.halfWidthM).map(({ one }) => one),
  }
}

import type { Box } from './area.ts'

/** A grid of cells, each with the numbers that were entered in it: entries `first(cell)` up to `first(cell + 1)`. */
export interface Cells {
  /** The cell of a point; below 0 outside of the grid. */
  readonly at: (lat: number, lon: number) => number
  readonly first: (cell: number) => number
  readonly entry: (index: number) => number
}

/** About 150 metres: less and the grid grows, more and a cell holds too many shapes. */
const SIDE_DEGREES = 0.0015
/** More cells than this and the cells become larger instead, so that a stray shape far away costs no memory. */
const MOST_CELLS = 1 << 20

/**
 * Lays a grid over the shapes with these rectangles, and enters in each cell what `entries` says of a shape there.
 * Within a cell the shapes stand in the order in which they were given.
 */
export function cellsOver(boxes: readonly Box[], entries: (shape: number, cell: Box) => readonly number[]): Cells {
  if (boxes.length === 0) return { at: () => -1, first: () => 0, entry: () => 0 }
  const south = Math.min(...boxes.map((box) => box.south))
  const west = Math.min(...boxes.map((box) => box.west))
  const high = Math.max(...boxes.map((box) => box.north)) - south
  const wide = Math.max(...boxes.map((box) => box.east)) - west
  const side = Math.max(SIDE_DEGREES, Math.sqrt((high * wide) / MOST_CELLS), Math.max(high, wide) / MOST_CELLS)
  const [rows, columns] = [Math.floor(high / side) + 1, Math.floor(wide / side) + 1]
  const lists = new Map<number, number[]>()
  let total = 0
  for (const [shape, box] of boxes.entries())
    for (const { cell, bounds } of cellsOf(box)) {
      const list = lists.get(cell) ?? []
      const added = entries(shape, bounds)
      if (added.length === 0) continue
      list.push(...added)
      total += added.length
      lists.set(cell, list)
    }
  const starts = new Uint32Array(rows * columns + 1)
  const all = new Uint32Array(total)
  let next = 0
  for (let cell = 0; cell < rows * columns; cell += 1) {
    starts[cell] = next
    const list = lists.get(cell)
    if (list === undefined) continue
    all.set(list, next)
    next += list.length
  }
  starts[rows * columns] = next

  function* cellsOf(box: Box): Generator<{ readonly cell: number; readonly bounds: Box }> {
    const place = (degrees: number, from: number, count: number) => Math.min(Math.max(Math.floor((degrees - from) / side), 0), count - 1)
    for (let row = place(box.south, south, rows); row <= place(box.north, south, rows); row += 1)
      for (let column = place(box.west, west, columns); column <= place(box.east, west, columns); column += 1)
        yield { cell: row * columns + column, bounds: boundsOf(row, column) }
  }
  /** A hair wider than the cell, so that a point that rounding puts into the cell is really within. */
  function boundsOf(row: number, column: number): Box {
    const hair = side * 1e-6
    return { south: south + row * side - hair, north: south + (row + 1) * side + hair, west: west + column * side - hair, east: west + (column + 1) * side + hair }
  }
  return {
    at: (lat, lon) => {
      const row = Math.floor((lat - south) / side)
      const column = Math.floor((lon - west) / side)
      return row < 0 || column < 0 || row >= rows || column >= columns ? -1 : row * columns + column
    },
    first: (cell) => starts[cell] ?? 0,
    entry: (index) => all[index] ?? 0,
  }
}

import { apart } from './point.ts'

/** Points in a tree that is cut in half along one axis at a time (Bentley 1975), for exact nearest neighbours. */
export interface PointTree {
  /** The nearest points by the sum of what they are apart on each axis, nearest first; of equal ones the lower number. `axes` says which count. */
  readonly nearest: (from: Float64Array, count: number, axes: readonly number[]) => readonly { readonly index: number; readonly distance: number }[]
}

const LEAF = 24
type Node = Branch | Leaf
interface Branch {
  readonly axis: number
  readonly at: number
  readonly low: Node
  readonly high: Node
}
/** A stretch of the order. */
interface Leaf {
  readonly from: number
  readonly to: number
}
interface Points {
  readonly values: Float64Array
  readonly width: number
  readonly order: Int32Array
}

/** Builds the tree over points laid one after the other, `width` numbers each. */
export function pointTree(values: Float64Array, width: number): PointTree {
  const order = Int32Array.from({ length: width === 0 ? 0 : values.length / width }, (_, at) => at)
  const points = { values, width, order }
  const root = build(points, 0, order.length)
  return {
    nearest: (from, count, axes) => {
      const best = queue(count)
      search(points, root, { from, best, axes })
      return best.done()
    },
  }
}

const valueAt = ({ values, width }: Points, index: number, axis: number): number => values[index * width + axis] ?? 0

function build(points: Points, from: number, to: number): Node {
  const axis = to - from <= LEAF ? undefined : widest(points, from, to)
  if (axis === undefined) return { from, to }
  const { order } = points
  order.subarray(from, to).sort((a, b) => valueAt(points, a, axis) - valueAt(points, b, axis) || a - b)
  const isCut = (at: number): boolean => valueAt(points, order[at] ?? 0, axis) !== valueAt(points, order[at - 1] ?? 0, axis)
  // The cut goes between two different values, as near to the middle as there is one.
  const half = from + ((to - from) >> 1)
  let middle = half
  while (middle < to && !isCut(middle)) middle += 1
  if (middle === to) for (middle = half; !isCut(middle); ) middle -= 1
  return { axis, at: valueAt(points, order[middle] ?? 0, axis), low: build(points, from, middle), high: build(points, middle, to) }
}

/** The axis on which a stretch is spread most; nothing where all are in one place. */
function widest(points: Points, from: number, to: number): number | undefined {
  let found: { readonly axis: number; readonly spread: number } | undefined
  for (let axis = 0; axis < points.width; axis++) {
    let [least, most] = [Infinity, -Infinity]
    for (let at = from; at < to; at++) {
      const value = valueAt(points, points.order[at] ?? 0, axis)
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
    if (most > least && (found === undefined || most - least > found.spread)) found = { axis, spread: most - least }
  }
  return found?.axis
}

interface Search {
  readonly from: Float64Array
  /** Which axes count. */
  readonly axes: readonly number[]
  readonly best: ReturnType<typeof queue>
}

/** Looks into the nearer half first, and into the other only where it may hold something nearer than what was found. */
function search(points: Points, root: Node, { from, axes, best }: Search): void {
  const counts = Uint8Array.from({ length: points.width }, (_, axis) => (axes.includes(axis) ? 1 : 0))
  /** How far the part that is looked into is at least, axis by axis. */
  const gaps = new Float64Array(points.width)
  const visit = (node: Node, least: number): void => {
    if (least > best.limit()) return
    if (!('axis' in node)) return offerAll(points, node, { from, axes, best })
    const { axis, at, low, high } = node
    const isLow = (from[axis] ?? 0) < at
    const [near, far] = isLow ? [low, high] : [high, low]
    visit(near, least)
    if (counts[axis] === 0) return visit(far, least)
    const before = gaps[axis] ?? 0
    const gap = Math.max(before, apart(from[axis] ?? 0, at))
    gaps[axis] = gap
    visit(far, least - before + gap)
    gaps[axis] = before
  }
  visit(root, 0)
}

function offerAll({ values, width, order }: Points, { from: first, to }: Leaf, { from, axes, best }: Search): void {
  for (let at = first; at < to; at++) {
    const index = order[at] ?? 0
    const limit = best.limit()
    let distance = 0
    for (let place = 0; place < axes.length && distance <= limit; place++) {
      const axis = axes[place] ?? 0
      distance += apart(from[axis] ?? 0, values[index * width + axis] ?? 0)
    }
    if (distance <= limit) best.offer(index, distance)
  }
}

/** Keeps the nearest so many, in order. */
function queue(count: number) {
  const found: { index: number; distance: number }[] = []
  let limit = count === 0 ? -1 : Infinity
  const isBefore = (a: { index: number; distance: number }, b: { index: number; distance: number }) => a.distance < b.distance || (a.distance === b.distance && a.index < b.index)
  return {
    /** Whatever is farther than this is of no use. */
    limit: () => limit,
    offer: (index: number, distance: number) => {
      const one = { index, distance }
      const last = found.at(-1)
      if (found.length === count && (last === undefined || !isBefore(one, last))) return
      let [low, high] = [0, found.length]
      while (low < high) {
        const middle = (low + high) >> 1
        const other = found[middle]
        if (other !== undefined && isBefore(other, one)) low = middle + 1
        else high = middle
      }
      found.splice(low, 0, one)
      if (found.length > count) found.pop()
      if (found.length === count) limit = found.at(-1)?.distance ?? limit
    },
    done: () => found,
  }
}

import { distanceM } from '../geometry/distance.ts'
import type { Point } from '../geometry/point.ts'

export const between = (from: Point, to: Point, share: number): Point => ({ lat: from.lat + (to.lat - from.lat) * share, lon: from.lon + (to.lon - from.lon) * share })

/** Metres from the beginning of a path to each of its points. */
export function milestones(path: readonly Point[]): readonly number[] {
  let sum = 0
  return path.map((point, index) => {
    const before = path[index - 1]
    sum += before === undefined ? 0 : distanceM(before, point)
    return sum
  })
}

/** The part of a path between two shares of its length. */
export function part(path: readonly Point[], from: number, until: number): readonly Point[] {
  const marks = milestones(path)
  const total = marks.at(-1) ?? 0
  const inner = path.filter((_, index) => (marks[index] ?? 0) > from * total && (marks[index] ?? 0) < until * total)
  return [pointAt(path, marks, from * total), ...inner, pointAt(path, marks, until * total)]
}

/** The point so many metres along a path; its end where it is shorter. */
export function pointAt(path: readonly Point[], marks: readonly number[], alongM: number): Point {
  const next = Math.max(1, marks.findIndex((mark) => mark > alongM))
  const [from, to] = [path[next - 1], path[next]]
  const end = path.at(-1) ?? { lat: 0, lon: 0 }
  if (from === undefined || to === undefined || alongM >= (marks.at(-1) ?? 0)) return end
  const [start, stop] = [marks[next - 1] ?? 0, marks[next] ?? 0]
  return between(from, to, stop === start ? 0 : (alongM - start) / (stop - start))
}

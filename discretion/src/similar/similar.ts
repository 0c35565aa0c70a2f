import type { Factor, Facts } from '../benchmark.ts'
import { apart, axesOf, pointOf } from './point.ts'
import { pointTree } from './tree.ts'

/** A decided case of one matter, to compare with (可比案件). */
export interface PastCase {
  readonly id: string
  readonly facts: Facts
  /** Fen; nothing where none was imposed. */
  readonly fine?: bigint
}
export interface Similar<C extends PastCase> {
  readonly past: C
  /** 0 alike in every factor asked about, 1 different in all. */
  readonly distance: number
  /** The factors in which it differs, the greatest difference first. */
  readonly differs: readonly Factor[]
}
export interface SimilarCases<C extends PastCase> {
  /** The nearest cases, exactly; those beyond `within` are none. Only factors that the facts name are compared. */
  readonly find: (facts: Facts, count: number, within?: number) => readonly Similar<C>[]
}

/** Gets the decided cases of a matter ready to be compared with (类案检索). Distances are Gower's (1971), each factor counting alike. */
export function similarCases<C extends PastCase>(factors: readonly Factor[], cases: readonly C[]): SimilarCases<C> {
  const axes = axesOf(factors, cases.map(({ facts }) => facts))
  const points = new Float64Array(cases.length * axes.length)
  for (const [at, { facts }] of cases.entries()) points.set(pointOf(axes, facts), at * axes.length)
  const tree = pointTree(points, axes.length)
  return {
    find: (facts, count, within = 1) => {
      const from = pointOf(axes, facts)
      const asked = axes.flatMap(({ factor }, at) => (facts[factor.code] === undefined ? [] : [at]))
      return tree.nearest(from, count, asked).flatMap(({ index, distance }) => {
        const past = cases[index]
        const share = asked.length === 0 ? 0 : distance / asked.length
        if (past === undefined || share > within) return []
        const gaps = asked.map((axis) => ({ axis, gap: apart(from[axis] ?? 0, points[index * axes.length + axis] ?? 0) })).filter(({ gap }) => gap > 0)
        return [{ past, distance: share, differs: gaps.sort((a, b) => b.gap - a.gap).flatMap(({ axis }) => axes[axis]?.factor ?? []) }]
      })
    },
  }
}

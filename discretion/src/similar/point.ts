import type { Factor, Facts } from '../benchmark.ts'

/** A factor that a case does not tell lies at the end of the scale beyond every value: it is as far from each as two values can be. */
const UNKNOWN = 2

/** How values of a factor are laid out between 0 and 1, and what one factor may count at most beside the others. */
export interface Axis {
  readonly factor: Factor
  readonly place: (value: number | string | boolean) => number
}

/** Lays the factors out (量化): numbers by their place between the least and the greatest that occurs, choices by their order where it is one of gravity. */
export function axesOf(factors: readonly Factor[], all: Iterable<Facts>): readonly Axis[] {
  const spans = factors.map(() => ({ least: Infinity, most: -Infinity }))
  for (const facts of all)
    for (const [at, { code }] of factors.entries()) {
      const [value, span] = [facts[code], spans[at]]
      if (typeof value !== 'number' || span === undefined) continue
      span.least = Math.min(span.least, value)
      span.most = Math.max(span.most, value)
    }
  return factors.map((factor, at) => ({ factor, place: placer(factor, spans[at] ?? { least: 0, most: 0 }) }))
}

function placer(factor: Factor, { least, most }: { readonly least: number; readonly most: number }): Axis['place'] {
  switch (factor.kind) {
    case 'flag':
      return (value) => (value === true ? 1 : 0)
    case 'choice': {
      const places = new Map(factor.values.map(({ code }, at) => [code, at]))
      const steps = factor.worse === 'later' ? Math.max(1, factor.values.length - 1) : 1
      // Without an order of gravity two choices are simply different.
      return (value) => (places.get(String(value)) ?? UNKNOWN) / (factor.worse === 'later' ? steps : 1)
    }
    case 'number':
      return (value) => (typeof value === 'number' && most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 0)
    default:
      return factor satisfies never
  }
}

/** Where facts lie on each axis; what is not known lies beyond. */
export const pointOf = (axes: readonly Axis[], facts: Facts): Float64Array =>
  Float64Array.from(axes, ({ factor, place }) => {
    const value = facts[factor.code]
    return value === undefined ? UNKNOWN : place(value)
  })

/** How far two places on one axis are apart: at most 1 (Gower 1971). */
export const apart = (a: number, b: number): number => Math.min(1, Math.abs(a - b))

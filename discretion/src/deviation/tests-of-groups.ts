import { DIMENSION_KEYS, type Columns, type Dimension } from './columns.ts'

/** What is compared: how high fines are, or how often nothing is imposed (比较的内容). */
export type About = 'fine' | 'exemption'

/** Sums for one group over strata; everything that a test and its effect need. */
export interface Sums {
  /** Cases of the group in strata where there is somebody to compare with. */
  cases: number
  /** The others in those strata. */
  others: number
  /** Sum of scores, and its variance if who decided did not matter. */
  score: number
  variance: number
  /** Weighted sum of differences, of weights and of weighted variances (fines); observed and expected (exemptions). */
  difference: number
  weight: number
  spread: number
  observed: number
  expected: number
}
const nothing = (): Sums => ({ cases: 0, others: 0, score: 0, variance: 0, difference: 0, weight: 0, spread: 0, observed: 0, expected: 0 })

export interface GroupSums {
  readonly dimension: Dimension
  readonly value: number
  readonly sums: Sums
}

/** The cases of a matter, stratum by stratum: places in the columns, from the lowest fine to the highest. */
export type Strata = readonly Int32Array[]

/** Puts the cases of each matter into their strata, and in order, once. */
export function strataByMatter({ count, matter, matters, logFine, ...columns }: Columns, about: About): readonly Strata[] {
  const [stratum, strata] = about === 'fine' ? [columns.stratum, columns.strata] : [columns.beforehand, columns.beforehands]
  const sizes = new Int32Array(strata.length)
  for (let at = 0; at < count; at++) sizes[stratum[at] ?? 0] = (sizes[stratum[at] ?? 0] ?? 0) + 1
  const lists = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(strata.length)
  const found: Int32Array[][] = matters.map(() => [])
  for (let at = 0; at < count; at++) {
    const place = stratum[at] ?? 0
    const list = lists[place]
    const next = filled[place] ?? 0
    if (list === undefined) continue
    if (next === 0) found[matter[at] ?? 0]?.push(list)
    list[next] = at
    filled[place] = next + 1
  }
  // Cases without a fine come last; among themselves they are in any order.
  const keyOf = (at: number): number => (Number.isNaN(logFine[at]) ? Infinity : (logFine[at] ?? 0))
  for (const list of lists) list.sort((a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) - keyOf(b)))
  return found
}

/**
 * Sums up every group of every dimension over the strata of a matter.
 *
 * Fines: scores are midranks within the stratum, centred and divided by its size plus one (van Elteren 1960); the variance is that of
 * drawing the group's scores from the stratum at random (Fisher, Pitman), which takes ties in account. Exemptions: scores are zero
 * and one, which makes it the test of Mantel and Haenszel (1959). Cases that `left` marks are left out.
 */
export function sumGroups(columns: Columns, strata: Strata, about: About, left: Uint8Array): readonly GroupSums[] {
  const found = new Map<Dimension, Map<number, Sums>>(DIMENSION_KEYS.map((dimension) => [dimension, new Map()]))
  for (const stratum of strata) {
    const members = stratum.filter((at) => left[at] === 0 && (about === 'exemption' || !Number.isNaN(columns.logFine[at])))
    if (members.length < 2) continue
    const { scores, squares } = about === 'fine' ? rankScores(columns.logFine, members) : exemptScores(columns.exempt, members)
    if (squares === 0 && about === 'exemption') continue
    const values = about === 'fine' ? members : undefined
    for (const dimension of DIMENSION_KEYS) addStratum({ of: columns.groups[dimension].of, into: found.get(dimension) ?? new Map() }, members, { scores, squares, logs: values === undefined ? undefined : columns.logFine, exempt: columns.exempt })
  }
  return [...found].flatMap(([dimension, groups]) => [...groups].map(([value, sums]) => ({ dimension, value, sums })))
}

/** Of members in the order of their fines. */
function rankScores(logs: Float64Array, members: Int32Array): { readonly scores: Float64Array; readonly squares: number } {
  const size = members.length
  const scores = new Float64Array(size)
  let squares = 0
  for (let from = 0; from < size; ) {
    let to = from
    while (to + 1 < size && logs[members[to + 1] ?? 0] === logs[members[from] ?? 0]) to += 1
    const score = ((from + to) / 2 + 1 - (size + 1) / 2) / (size + 1)
    scores.fill(score, from, to + 1)
    squares += score * score * (to - from + 1)
    from = to + 1
  }
  return { scores, squares }
}

function exemptScores(exempt: Uint8Array, members: Int32Array): { readonly scores: Float64Array; readonly squares: number } {
  let count = 0
  for (const at of members) count += exempt[at] ?? 0
  const share = count / members.length
  const scores = Float64Array.from(members, (at) => (exempt[at] ?? 0) - share)
  return { scores, squares: count * (1 - share) }
}

interface Values {
  readonly scores: Float64Array
  readonly squares: number
  readonly logs: Float64Array | undefined
  readonly exempt: Uint8Array
}
interface Part {
  cases: number
  score: number
  logs: number
  exempt: number
}

function addStratum({ of, into }: { readonly of: Int32Array; readonly into: Map<number, Sums> }, members: Int32Array, { scores, squares, logs, exempt }: Values): void {
  const size = members.length
  const parts = new Map<number, Part>()
  let [total, totalSquares, exempted] = [0, 0, 0]
  for (let at = 0; at < size; at++) {
    const member = members[at] ?? 0
    const value = of[member] ?? -1
    const log = logs?.[member] ?? 0
    total += log
    totalSquares += log * log
    exempted += exempt[member] ?? 0
    if (value < 0) continue
    let part = parts.get(value)
    if (part === undefined) parts.set(value, (part = { cases: 0, score: 0, logs: 0, exempt: 0 }))
    part.cases += 1
    part.score += scores[at] ?? 0
    part.logs += log
    part.exempt += exempt[member] ?? 0
  }
  const variance = Math.max(0, (totalSquares - (total * total) / size) / (size - 1))
  for (const [value, part] of parts) {
    const rest = size - part.cases
    if (rest === 0) continue
    let sums = into.get(value)
    if (sums === undefined) into.set(value, (sums = nothing()))
    const weight = (part.cases * rest) / size
    sums.cases += part.cases
    sums.others += rest
    sums.score += part.score
    sums.variance += (weight * squares) / (size - 1)
    sums.difference += weight * (part.logs / part.cases - (total - part.logs) / rest)
    sums.weight += weight
    sums.spread += weight * variance
    sums.observed += part.exempt
    sums.expected += (part.cases * exempted) / size
  }
}

/** Adds up the sums of the same groups over matters. */
export function addUp(all: readonly (readonly GroupSums[])[]): readonly GroupSums[] {
  const found = new Map<Dimension, Map<number, GroupSums>>(DIMENSION_KEYS.map((dimension) => [dimension, new Map()]))
  for (const groups of all)
    for (const { dimension, value, sums } of groups) {
      const known = found.get(dimension)
      const whole = known?.get(value) ?? { dimension, value, sums: nothing() }
      known?.set(value, whole)
      for (const part of SUMMED) whole.sums[part] += sums[part]
    }
  return [...found.values()].flatMap((groups) => [...groups.values()])
}
const SUMMED = ['cases', 'others', 'score', 'variance', 'difference', 'weight', 'spread', 'observed', 'expected'] as const

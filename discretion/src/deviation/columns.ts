/** What people are compared by (比较的维度). */
export const DIMENSIONS = { officer: '承办人员', team: '中队', town: '镇街', month: '月份' } as const
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_KEYS: readonly Dimension[] = ['officer', 'team', 'town', 'month']

/** A decided case as it is compared (已决定的案件). */
export interface DecidedCase {
  readonly id: string
  readonly matter: string
  /** What the benchmark's factors make of it: cases of one stratum are alike in everything that explains the amount (可比组). */
  readonly stratum: string
  /** Fen, or fen for each unit of what the amount hangs on; nothing where no fine was imposed. */
  readonly amount?: number
  readonly exempt: boolean
  /** What was known of it before it was decided whether to punish at all, in which exemptions are compared; its stratum where it is not told. */
  readonly beforehand?: string
  /** Who, where and when; what is not known is not compared. */
  readonly by: Readonly<Partial<Record<Dimension, string>>>
}

/** Many cases, column by column: some thirty bytes each beside their identifiers. */
export interface Columns {
  readonly count: number
  readonly ids: readonly string[]
  readonly matters: readonly string[]
  /** For each case the place of its matter. */
  readonly matter: Int32Array
  readonly stratum: Int32Array
  readonly strata: readonly string[]
  /** The same for exemptions. */
  readonly beforehand: Int32Array
  readonly beforehands: readonly string[]
  /** Natural logarithm of the amount; not a number where there is none. */
  readonly logFine: Float64Array
  readonly exempt: Uint8Array
  /** For each dimension the values that occur, and for each case the place of its own; -1 where it is not known. */
  readonly groups: Readonly<Record<Dimension, { readonly values: readonly string[]; readonly of: Int32Array }>>
}

const FIRST_ROOM = 1024

/** Takes cases in one by one, as they come from a store, and keeps them as columns. */
export function columnsBuilder(): { readonly add: (one: DecidedCase) => void; readonly finish: () => Columns } {
  const ids: string[] = []
  const [matters, strata, beforehands] = [names(), names(), names()]
  const [matter, stratum, known] = [growing(), growing(), growing()]
  const exempt = growing()
  let logFine = new Float64Array(FIRST_ROOM)
  const groups = { officer: column(), team: column(), town: column(), month: column() }
  return {
    add: ({ id, matter: name, stratum: kind, amount, exempt: isExempt, beforehand = kind, by }) => {
      const at = ids.length
      ids.push(id)
      matter.push(matters.placeOf(name))
      stratum.push(strata.placeOf(`${name}\n${kind}`))
      known.push(beforehands.placeOf(`${name}\n${beforehand}`))
      exempt.push(isExempt ? 1 : 0)
      if (at === logFine.length) logFine = grown(logFine)
      logFine[at] = amount === undefined || amount <= 0 ? NaN : Math.log(amount)
      for (const dimension of DIMENSION_KEYS) {
        const value = by[dimension]
        groups[dimension].of.push(value === undefined ? -1 : groups[dimension].names.placeOf(value))
      }
    },
    finish: () => ({
      count: ids.length,
      ids,
      matters: matters.all,
      strata: strata.all,
      matter: matter.done(),
      stratum: stratum.done(),
      beforehand: known.done(),
      beforehands: beforehands.all,
      exempt: Uint8Array.from(exempt.done()),
      logFine: logFine.subarray(0, ids.length),
      groups: { officer: groups.officer.done(), team: groups.team.done(), town: groups.town.done(), month: groups.month.done() },
    }),
  }
}

export function columnsOf(cases: Iterable<DecidedCase>): Columns {
  const builder = columnsBuilder()
  for (const one of cases) builder.add(one)
  return builder.finish()
}

function names(): { readonly all: readonly string[]; readonly placeOf: (name: string) => number } {
  const all: string[] = []
  const places = new Map<string, number>()
  return {
    all,
    placeOf: (name) => {
      const known = places.get(name)
      if (known !== undefined) return known
      places.set(name, all.length)
      all.push(name)
      return all.length - 1
    },
  }
}
function column() {
  const [known, of] = [names(), growing()]
  return { names: known, of, done: () => ({ values: known.all, of: of.done() }) }
}
function growing(): { readonly push: (value: number) => void; readonly done: () => Int32Array } {
  let room = new Int32Array(FIRST_ROOM)
  let count = 0
  return {
    push: (value) => {
      if (count === room.length) {
        const wider = new Int32Array(count * 2)
        wider.set(room)
        room = wider
      }
      room[count++] = value
    },
    done: () => room.subarray(0, count),
  }
}
function grown(full: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(full.length * 2)
  wider.set(full)
  return wider
}

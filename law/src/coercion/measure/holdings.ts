import type { CaseFile } from '../../case-file.ts'
import type { Day } from '../../day.ts'
import { every, last } from './words.ts'

/** What is where in whose hands (财物保管情况): so many of one thing, with one keeper, at one place, since a day. */
export interface Holding {
  readonly name: string
  readonly quantity: number
  readonly keeper: string
  readonly storage: string
  readonly since: Day
  /** The keeper is a third party whom the bureau entrusted (受委托的第三人). */
  readonly third: boolean
}
interface Some {
  readonly name: string
  readonly quantity: number
}

/**
 * Who holds what where now (财物现状): what was taken, each hand-over followed, without what was sold, returned, forfeited, destroyed or
 * handed on. Nothing before anything was taken.
 */
export function holdingsOf(file: CaseFile): readonly Holding[] {
  const taken = last(file, 'carryOut')
  if (taken === undefined || !isHolding(file)) return []
  const { keeper, storage, third } = taken.data
  const start = taken.data.items.map(({ name, quantity }): Holding => ({ name, quantity, keeper, storage, third, since: taken.on }))
  const changes = [
    ...every(file, 'handOver').map(({ seq, on, data }) => ({ seq, to: { keeper: data.keeper, storage: data.storage, third: data.third, since: on }, from: data.from, items: data.items })),
    ...every(file, 'sell').map(({ seq, data }) => ({ seq, to: undefined, from: undefined, items: data.items })),
    ...every(file, 'returnPart').map(({ seq, data }) => ({ seq, to: undefined, from: undefined, items: data.items })),
  ].sort((a, b) => a.seq - b.seq)
  return changes.reduce<readonly Holding[]>((held, { to, from, items }) => {
    const rest = items.reduce((left, item) => without(left, item, from), held)
    return to === undefined ? rest : [...rest, ...items.map(({ name, quantity }) => ({ name, quantity, ...to }))]
  }, start)
}

/** Whether the bureau holds anything in this file: it was taken, and neither returned nor disposed of. */
export const isHolding = (file: CaseFile): boolean => file.last('carryOut') !== undefined && file.last('release') === undefined && file.last('dispose') === undefined

/** What the sales brought in that is kept in place of the things (变卖价款), in fen. */
export const proceedsOf = (file: CaseFile): bigint => every(file, 'sell').reduce((sum, { data }) => sum + data.proceeds, 0n)

/** How many of a thing are held, by one keeper or by anybody. */
export const heldOf = (held: readonly Holding[], name: string, keeper?: string): number =>
  held.filter((one) => one.name === name && (keeper === undefined || one.keeper === keeper)).reduce((sum, { quantity }) => sum + quantity, 0)

/** The first thing of a list of which fewer are held than it says, or nothing. */
export function beyond(held: readonly Holding[], items: readonly Some[], keeper?: string): string | undefined {
  return items.find(({ name }) => amountOf(items, name) > heldOf(held, name, keeper))?.name
}

/** How many of a thing a list names, in all its rows. */
export const amountOf = (items: readonly Some[], name: string): number => items.filter((one) => one.name === name).reduce((sum, { quantity }) => sum + quantity, 0)

/** What is left when so many were taken away, from one keeper or from whoever has them, the first first. */
function without(held: readonly Holding[], { name, quantity }: Some, keeper: string | undefined): readonly Holding[] {
  let left = quantity
  return held.flatMap((one) => {
    if (left === 0 || one.name !== name || (keeper !== undefined && one.keeper !== keeper)) return [one]
    const taken = Math.min(left, one.quantity)
    left -= taken
    return taken === one.quantity ? [] : [{ ...one, quantity: one.quantity - taken }]
  })
}

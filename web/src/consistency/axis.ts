/** A scale on which amounts or ratios are drawn (坐标轴): places are shares of its length, from 0 to 1. */
export interface Axis {
  readonly place: (value: number) => number
  readonly ticks: readonly number[]
}

/** So many steps fit under a plot on a phone without their numbers touching. */
const STEPS = 4
const ROUND = [1, 2, 2.5, 5, 10]

/** Even steps of round numbers that hold all of these amounts. Without any there is nothing to draw; alike ones get room around them. */
export function amountAxis(amounts: readonly number[]): Axis {
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const width = most > least ? most - least : Math.max(1, most)
  const [from, to] = most > least ? [least, most] : [Math.max(0, least - width / 2), most + width / 2]
  const step = roundStep((to - from) / STEPS)
  const [first, last] = [Math.floor(from / step) * step, Math.ceil(to / step) * step]
  return { place: (value) => (value - first) / (last - first), ticks: Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) => first + index * step) }
}

function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted))
  return (ROUND.find((one) => one * power >= wanted) ?? 10) * power
}

/** Ratios beyond these are drawn as arrows at the edge: nobody reads how much more than eight times it is. */
const FARTHEST = 8
const NEAREST = 2

/** Ratios around one (对数坐标): half as much lies as far on the left as twice as much on the right. */
export function ratioAxis(ratios: readonly number[]): Axis {
  const reach = Math.max(...ratios.map((ratio) => (ratio > 0 ? Math.max(ratio, 1 / ratio) : FARTHEST)), NEAREST)
  const end = [NEAREST, 4].find((one) => reach <= one) ?? FARTHEST
  const power = Math.log2(end)
  return { place: (ratio) => (ratio <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log2(ratio) + power) / (2 * power)))), ticks: Array.from({ length: 2 * power + 1 }, (_, index) => 2 ** (index - power)) }
}

/** A ratio as its tick says it: 1/4, 1, 4. */
export const ratioWords = (ratio: number): string => (ratio < 1 ? `1/${Math.round(1 / ratio)}` : String(ratio))
/** An amount as its tick says it: 12,000, and in 万 from a hundred thousand on. */
export const amountWords = (amount: number): string => (Math.abs(amount) >= 100_000 ? `${Number((amount / 10_000).toFixed(2)).toLocaleString('zh-CN')} 万` : Number(amount.toFixed(2)).toLocaleString('zh-CN'))

import { TIERS, type Band, type Benchmark, type Bound, type Factor, type Facts, type Measure, type Row, type Test } from './benchmark.ts'

/** An amount in yuan, as papers print it: 3000, 50.50. */
export function yuanWords(fen: bigint): string {
  const [whole, rest] = [fen / 100n, fen % 100n]
  return rest === 0n ? `${whole}` : `${whole}.${String(rest).padStart(2, '0')}`
}

/** What a row asks of a factor, in words: 面积在 10 平方米以上、不足 50 平方米. */
export function testWords(factor: Factor, test: Test | undefined): string {
  if (test === undefined) return `${factor.name}不论`
  switch (test.is) {
    case 'flag':
      return test.value ? factor.name : `没有${factor.name}`
    case 'oneOf':
      return `${factor.name}：${test.values.map((code) => valueWords(factor, code)).join('、')}`
    case 'range':
      return factor.name + rangeWords(test, factor.kind === 'number' ? factor.unit : '')
    default:
      return test satisfies never
  }
}

function rangeWords({ from, to }: { readonly from?: Bound; readonly to?: Bound }, unit: string): string {
  if (from !== undefined && to !== undefined && from.at === to.at) return `为 ${from.at} ${unit}`
  const low = from === undefined ? '' : from.included ? `${from.at} ${unit}以上` : `超过 ${from.at} ${unit}`
  const high = to === undefined ? '' : to.included ? `${to.at} ${unit}以下` : `不足 ${to.at} ${unit}`
  return ` ${[low, high].filter((one) => one !== '').join('、')}`
}

/** A found value, in words: 2 次, 是, 主干道. */
export function valueWords(factor: Factor, value: number | string | boolean): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return factor.kind === 'number' ? `${value} ${factor.unit}` : String(value)
  return factor.kind === 'choice' ? (factor.values.find(({ code }) => code === value)?.name ?? value) : value
}

/** A band, in words: 罚款 1000 元以上 3000 元以下. */
export function bandWords(band: Band, measure: Measure): string {
  switch (band.is) {
    case 'exempt':
      return '不予处罚'
    case 'warning':
      return '警告'
    case 'fine':
      return `罚款 ${spanWords(band, measure)}`
    case 'span':
      return measure.is === 'steps' ? measure.steps.slice(Number(band.min), Number(band.max) + 1).join('或者') : spanWords(band, measure)
    default:
      return band satisfies never
  }
}

function spanWords({ min, max }: { readonly min: bigint; readonly max: bigint }, measure: Measure): string {
  const [low, high] = [amountWords(min, measure), amountWords(max, measure)]
  return min === max ? low : `${low}以上 ${high}以下`
}

/** An amount in its measure: 3000 元, 每单位 50 元, 造价的 5%, 30 日, 不予许可. */
export function amountWords(amount: bigint, measure: Measure): string {
  switch (measure.is) {
    case 'fen':
      return `${yuanWords(amount)} 元`
    case 'fenEach':
      return `每单位 ${yuanWords(amount)} 元`
    case 'millionths':
      return `${Number(amount) / 10_000}%`
    case 'count':
      return `${amount} ${measure.unit}`
    case 'steps':
      return measure.steps[Number(amount)] ?? `第 ${amount + 1n} 种`
    default:
      return measure satisfies never
  }
}

/** The name of a row's tier, as the benchmark calls it. */
export const tierWords = ({ tier, label }: Row): string => label ?? TIERS[tier]

/** Facts in words, in the order of the benchmark's factors: 次数 2 次，已经改正：是. */
export const factsWords = ({ factors }: Benchmark, facts: Facts): string =>
  factors
    .flatMap((factor) => {
      const value = facts[factor.code]
      return value === undefined ? [] : [`${factor.name}：${valueWords(factor, value)}`]
    })
    .join('，')

import { isMoney } from './amount.ts'
import type { Benchmark, Bound, NumberFactor, Row, StatutoryRange } from './benchmark.ts'
import type { Finding } from './finding.ts'
import { amountWords, bandWords, testWords } from './words.ts'

/** What a row's amounts and bounds alone tell (幅度检查). */
export const bandFindings = (benchmark: Benchmark): readonly Finding[] => [
  ...benchmark.rows.flatMap((row, index) => [...outside(benchmark, row, index), ...beyond(benchmark, row, index)]),
  ...benchmark.ranges.flatMap((range, index) => unused(benchmark, range, index)),
]

function outside({ ranges }: Benchmark, { band, range: index, tier }: Row, row: number): readonly Finding[] {
  const range = ranges[index]
  if (range === undefined) return [{ kind: 'outside', weight: 'fault', rows: [row], says: `第 ${row + 1} 行指向的法定幅度不存在` }]
  if (!('min' in band)) return []
  const says = (what: string) => `第 ${row + 1} 行（${bandWords(band, range.measure)}）${what}（${range.basis}）`
  if (isMoney(range.measure) !== (band.is === 'fine')) return [{ kind: 'outside', weight: 'fault', rows: [row], says: `第 ${row + 1} 行：${isMoney(range.measure) ? '法定幅度是金额，应写罚款' : '法定幅度不是金额，不能写罚款'}` }]
  if (band.min > band.max) return [{ kind: 'inverted', weight: 'fault', rows: [row], says: says('下限高于上限') }]
  const found: Finding[] = []
  if (band.max > range.max) found.push({ kind: 'outside', weight: 'fault', rows: [row], says: says(`高于法定最高额 ${amountWords(range.max, range.measure)}`) })
  // 减轻 goes below the statutory minimum, everything else stays within (行政处罚法第三十二条).
  if (range.min !== undefined && band.min < range.min && tier !== 'mitigated') found.push({ kind: 'outside', weight: 'fault', rows: [row], says: says(`低于法定最低额 ${amountWords(range.min, range.measure)}`) })
  return found
}

function beyond({ factors }: Benchmark, row: Row, index: number): readonly Finding[] {
  const said = (because: string): Finding => ({ kind: 'beyond', weight: 'fault', rows: [index], says: `第 ${index + 1} 行：${because}` })
  return Object.entries(row.when).flatMap(([code, test]): readonly Finding[] => {
    const factor = factors.find((one) => one.code === code)
    if (factor === undefined) return [said(`没有「${code}」这个裁量因素`)]
    if (test.is === 'flag') return factor.kind === 'flag' ? [] : [said(`「${factor.name}」不是是非题`)]
    if (test.is === 'oneOf') {
      const values = factor.kind === 'choice' ? factor.values.map((one) => one.code) : []
      const foreign = test.values.filter((value) => !values.includes(value))
      return foreign.length === 0 && test.values.length > 0 ? [] : [said(`「${factor.name}」没有「${foreign.join('、')}」这个选项`)]
    }
    if (factor.kind !== 'number') return [said(`「${factor.name}」不是数`)]
    if (isEmpty(test.from, test.to)) return [said(`${testWords(factor, test)}，没有这样的数`)]
    return isBeyond(factor, test) ? [{ ...said(`${testWords(factor, test)}，其中有不构成违法的数`), example: exampleBeyond(factor, test) }] : []
  })
}

const isEmpty = (from?: Bound, to?: Bound): boolean => from !== undefined && to !== undefined && (from.at > to.at || (from.at === to.at && !(from.included && to.included)))
const isBeyond = (factor: NumberFactor, test: { readonly from?: Bound; readonly to?: Bound }): boolean => isBelow(test.from, factor.from) || isBelow(invert(test.to), invert(factor.to))
/** An end that a row leaves open is the factor's own; one that it names must not reach further. */
const isBelow = (end: Bound | undefined, limit: Bound | undefined): boolean => end !== undefined && limit !== undefined && (end.at < limit.at || (end.at === limit.at && end.included && !limit.included))
const invert = (end: Bound | undefined): Bound | undefined => (end === undefined ? undefined : { at: -end.at, included: end.included })
const exampleBeyond = ({ code, from }: NumberFactor, test: { readonly from?: Bound; readonly to?: Bound }) => ({ [code]: isBelow(test.from, from) ? (test.from?.at ?? 0) : (test.to?.at ?? 0) })

function unused({ rows }: Benchmark, range: StatutoryRange, index: number): readonly Finding[] {
  const bands = rows.flatMap(({ band, range: own }) => (own === index && 'min' in band ? [band] : []))
  if (bands.length === 0) return [{ kind: 'unused', weight: 'note', rows: [], says: `法定幅度「${range.name}」没有任何一行使用` }]
  const least = bands.reduce((low, { min }) => (min < low ? min : low), bands[0]?.min ?? 0n)
  const most = bands.reduce((high, { max }) => (max > high ? max : high), 0n)
  const says = (from: bigint, to: bigint) => `法定幅度「${range.name}」中 ${amountWords(from, range.measure)}至 ${amountWords(to, range.measure)}的部分没有任何一行达到`
  const low: readonly Finding[] = range.min !== undefined && least > range.min ? [{ kind: 'unused', weight: 'note', rows: [], says: says(range.min, least) }] : []
  const high: readonly Finding[] = most < range.max ? [{ kind: 'unused', weight: 'note', rows: [], says: says(most, range.max) }] : []
  return [...low, ...high]
}

import { CONCERN_KEYS, TIERS_IN_ORDER, type Band, type Benchmark, type Factor, type HitPolicy, type Measure, type Row, type StatutoryRange, type Tier, type When } from '../benchmark.ts'
import { readCell } from '../cell-text.ts'
import { readFactor } from '../sheet-factor.ts'
import type { Fault } from '../written.ts'
import { childOf, childrenOf, expressionOf, localName, type Element } from './element.ts'
import { HIT, NOT_THIS } from './write.ts'

export type ReadDmn = { readonly ok: true; readonly benchmark: Benchmark } | { readonly ok: false; readonly faults: readonly Fault[] }
const HITS: readonly HitPolicy[] = ['unique', 'any', 'first', 'gravest']

/**
 * Reads a benchmark from the elements of a DMN file: its one decision table. Faults are told by rule and column. A table from
 * another tool lacks the statutory ranges; it is refused with that said, because nothing could be checked without them.
 */
export function readDmn(root: Element): ReadDmn {
  const faults: Fault[] = []
  const fault = (path: string, because: string): undefined => void faults.push({ path, because })
  const decisions = childrenOf(root, 'decision').filter((one) => childOf(one, 'decisionTable') !== undefined)
  const [decision] = decisions
  const table = childOf(decision, 'decisionTable')
  if (localName(root.name) !== 'definitions' || table === undefined || decisions.length > 1) return { ok: false, faults: [{ path: 'definitions', because: '文件中应有且只有一个决策表（decisionTable）' }] }
  const own = childOf(decision, 'extensionElements')
  const factors = childrenOf(own, 'factor').flatMap(({ attributes }, at): readonly Factor[] => {
    const cells = ['因素', ...(attributes['cells'] ?? '').split('|')]
    const read = readFactor((column) => cells[column] ?? '')
    return read.ok ? [read.factor] : (fault(`factor[${at}]`, read.because) ?? [])
  })
  const ranges = childrenOf(own, 'range').flatMap((one, at) => rangeOf(one) ?? fault(`range[${at}]`, '法定幅度的金额或者单位看不懂') ?? [])
  if (ranges.length === 0) fault('extensionElements', '没有法定幅度，无法检查：请在「准绳」中补充幅度，或者从「准绳」导出后再编辑')
  const inputs = childrenOf(table, 'input').map((input) => expressionOf(childOf(input, 'inputExpression')))
  for (const code of inputs) if (factors.every((factor) => factor.code !== code)) fault(`input ${code}`, '没有这个裁量因素的定义')
  const hit = HITS.find((one) => HIT[one] === (table.attributes['hitPolicy'] ?? 'UNIQUE'))
  if (hit === undefined) fault('decisionTable', '命中策略应为 UNIQUE、ANY、FIRST 或者 PRIORITY')
  const outputs = childrenOf(table, 'output').map(({ attributes }) => attributes['name'] ?? '')
  const rows: Row[] = []
  const notThis: { readonly when: When; readonly says: string }[] = []
  for (const [at, rule] of childrenOf(table, 'rule').entries()) {
    const when = whenOf(rule, { inputs, factors, at, fault })
    const answers = Object.fromEntries(childrenOf(rule, 'outputEntry').map((entry, place) => [outputs[place] ?? '', unquoted(expressionOf(entry))]))
    if (answers['tier'] === NOT_THIS) notThis.push({ when, says: answers['and'] ?? '' })
    else {
      const row = rowOf(answers, when)
      if (row === undefined) fault(`rule[${at}]`, '阶次、处理方式或者金额看不懂')
      else rows.push(row)
    }
  }
  const said = childOf(own, 'concerns')?.attributes['what']
  const concerns = CONCERN_KEYS.find((one) => one === said)
  if (said !== undefined && concerns === undefined) fault('concerns', '种类应为 penalty、licence、inspection 或者 coercion')
  if (faults.length > 0 || hit === undefined) return { ok: false, faults }
  return { ok: true, benchmark: { form: 'zhunsheng.benchmark/1', ...(concerns === undefined || concerns === 'penalty' ? {} : { concerns }), matter: root.attributes['name'] ?? '', conduct: decision?.attributes['name'] ?? '', hit, factors, ranges, rows, notThis } }
}

interface Around {
  readonly inputs: readonly string[]
  readonly factors: readonly Factor[]
  readonly at: number
  readonly fault: (path: string, because: string) => undefined
}
function whenOf(rule: Element, { inputs, factors, at, fault }: Around): When {
  return Object.fromEntries(
    childrenOf(rule, 'inputEntry').flatMap((entry, place) => {
      const factor = factors.find(({ code }) => code === inputs[place])
      if (factor === undefined) return []
      const read = readCell(factor, expressionOf(entry))
      if (!read.ok) fault(`rule[${at}].${factor.code}`, read.because)
      return read.ok && read.test !== undefined ? [[factor.code, read.test]] : []
    }),
  )
}
const unquoted = (said: string): string => (said.startsWith('"') && said.endsWith('"') ? said.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\') : said)

const WHOLE = /^\d{1,18}$/
const amountOf = (said: string | undefined): bigint | undefined => (said !== undefined && WHOLE.test(said) ? BigInt(said) : undefined)

function rangeOf({ attributes }: Element): StatutoryRange | undefined {
  const [max, min] = [amountOf(attributes['max']), attributes['min'] === undefined ? undefined : amountOf(attributes['min'])]
  const measure = measureOf(attributes)
  if (max === undefined || measure === undefined || (attributes['min'] !== undefined && min === undefined)) return undefined
  return { name: attributes['name'] ?? '', basis: attributes['basis'] ?? '', max, measure, ...(min === undefined ? {} : { min }) }
}

function measureOf({ measure: is, factor, unit, steps }: Readonly<Record<string, string>>): Measure | undefined {
  if (is === 'fen') return { is }
  if (is === 'fenEach' || is === 'millionths') return factor === undefined ? undefined : { is, factor }
  if (is === 'count') return unit === undefined ? undefined : { is, unit }
  return is === 'steps' && steps !== undefined ? { is, steps: steps.split('|') } : undefined
}

function rowOf(answers: Readonly<Record<string, string>>, when: When): Row | undefined {
  const tier: Tier | undefined = TIERS_IN_ORDER.find((one) => one === answers['tier'])
  const band = bandOf(answers)
  const range = amountOf(answers['range'])
  const said = (['and', 'label'] as const).flatMap((key) => (answers[key] === undefined || answers[key] === '-' ? [] : [[key, answers[key]] as const]))
  return tier === undefined || band === undefined || range === undefined ? undefined : { tier, when, band, range: Number(range), ...Object.fromEntries(said) }
}
function bandOf({ band, min, max }: Readonly<Record<string, string>>): Band | undefined {
  if (band === 'exempt' || band === 'warning') return { is: band }
  const [low, high] = [amountOf(min), amountOf(max)]
  return (band !== 'fine' && band !== 'span') || low === undefined || high === undefined ? undefined : { is: band, min: low, max: high }
}

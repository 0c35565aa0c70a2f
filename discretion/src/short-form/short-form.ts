import { factorOf } from '../amount.ts'
import type { Band, Benchmark, Factor, Measure, Row, StatutoryRange, Tier, When } from '../benchmark.ts'
import { alternativesOf, MEANT_FOR, NOT_THIS, SHORT_FACTORS } from './phrases.ts'

/** A discretion table in the short form (简写的裁量基准): items, statutory ranges, tiers with their conditions. */
export interface ShortTable {
  readonly title: string
  readonly items: readonly ShortItem[]
}
interface ShortItem {
  readonly no: number
  readonly law: string
  readonly article: string
  readonly conduct: string
  readonly precondition: string
  readonly groups: readonly ShortGroup[]
}
/** One amount, or a pair: of organisations and of citizens. */
type Amount = number | readonly number[]
interface ShortGroup {
  /** Both ends, in the group's unit. */
  readonly range: readonly Amount[]
  readonly unit: string
  readonly tiers: readonly { readonly tier: string; readonly condition: readonly string[]; readonly fine: Amount; readonly and?: string }[]
}

const FEN = 100
const MILLIONTHS = 1_000_000
const TIER_BY_WORD: readonly (readonly [string, Tier])[] = [['下严重', 'grave'], ['下较重', 'heavier'], ['下较轻', 'lighter'], ['轻微', 'slight'], ['较轻', 'lighter'], ['较重', 'heavier'], ['严重', 'grave']]

/**
 * Reads a table in the short form: one benchmark for each item, with the item's number as its matter. Where a condition says
 * "aggravated", the gravest row wins (从重); otherwise rows that meet must say the same. A phrase that the short form does not know is a fault.
 */
export const benchmarksFrom = (table: ShortTable, prefix: string): readonly Benchmark[] => table.items.map((item) => benchmarkOf(item, prefix))

function benchmarkOf(item: ShortItem, prefix: string): Benchmark {
  const parts = item.groups.flatMap((group, place) => partiesOf(group, MEANT_FOR[item.no]?.[place]).map((party) => ({ group, ...party })))
  const drafts = parts.flatMap(({ group, only, pick }, range) => group.tiers.flatMap((tier) => rowsOf(tier, { range, only, measure: measureOf(group.unit), pick })))
  const rows = exemptFirst(drafts)
  const notThis = NOT_THIS[item.no] ?? []
  const ranges = toldApart(parts.map(({ group, only, pick }): StatutoryRange => rangeOf(item, group, only, pick)))
  const asked = new Set([...rows, ...notThis].flatMap(({ when }) => Object.keys(when)))
  const measured = ranges.flatMap(({ measure }) => MEASURED[factorOf(measure) ?? ''] ?? [])
  return {
    form: 'zhunsheng.benchmark/1',
    matter: `${prefix}.${item.no}`,
    conduct: item.conduct,
    hit: asked.has('aggravated') ? 'gravest' : 'any',
    factors: [...Object.values(SHORT_FACTORS).filter(({ code }) => asked.has(code)), ...new Map(measured.map((factor) => [factor.code, factor])).values()],
    ranges,
    rows,
    notThis,
  }
}

type Pick = (amount: Amount) => number
interface Party {
  readonly only?: string | undefined
  readonly pick: Pick
}
/** A group that names pairs of amounts means organisations and citizens. */
function partiesOf({ unit }: ShortGroup, meant: readonly string[] | undefined): readonly Party[] {
  const part = (place: number): Pick => (amount) => (typeof amount === 'number' ? amount : (amount[place] ?? NaN))
  if (unit.endsWith('[organisation, citizen]')) return [{ only: 'organisation', pick: part(0) }, { only: 'citizen', pick: part(1) }]
  return (meant ?? [undefined]).map((only) => ({ pick: part(0), ...(only === undefined ? {} : { only }) }))
}

const MEASURED: Readonly<Record<string, Factor>> = {
  squareMetres: { kind: 'number', code: 'squareMetres', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' },
  facilities: { kind: 'number', code: 'facilities', name: '设施', unit: '个', from: { at: 1, included: true }, whole: true, worse: 'more' },
  compensation: { kind: 'number', code: 'compensation', name: '补偿费', unit: '分', from: { at: 0, included: false }, whole: true, worse: 'more' },
}
function measureOf(unit: string): Measure {
  if (unit === 'yuan/m2') return { is: 'fenEach', factor: 'squareMetres' }
  if (unit === 'yuan/facility') return { is: 'fenEach', factor: 'facilities' }
  if (unit === 'x compensation') return { is: 'millionths', factor: 'compensation' }
  return { is: 'fen' }
}
const amountIn = (measure: Measure, amount: number): bigint => BigInt(Math.round(amount * (measure.is === 'millionths' ? MILLIONTHS : FEN)))

const SUBJECT = { citizen: '个人', organisation: '单位' } as const
function rangeOf({ law, article, precondition }: ShortItem, { range, unit }: ShortGroup, only: string | undefined, pick: Pick): StatutoryRange {
  const measure = measureOf(unit)
  const [low = 0, high = 0] = range
  const name = only === 'citizen' || only === 'organisation' ? `对${SUBJECT[only]}` : precondition === '' ? '罚款' : '逾期或者拒不改正的罚款'
  return { name, basis: `《${law}》${article}`, min: amountIn(measure, pick(low)), max: amountIn(measure, pick(high)), measure }
}

/** Ranges of one name are numbered, so that a row can say which it means. */
const toldApart = (ranges: readonly StatutoryRange[]): readonly StatutoryRange[] =>
  ranges.map((range, at) => {
    const before = ranges.slice(0, at).filter(({ name }) => name === range.name).length
    return before === 0 ? range : { ...range, name: `${range.name}（${before + 1}）` }
  })

function rowsOf({ tier: label, condition, fine, and }: ShortGroup['tiers'][number], { range, only, measure, pick }: Party & { readonly range: number; readonly measure: Measure }): readonly Row[] {
  const also = condition.filter((phrase) => phrase.startsWith('and ')).flatMap((phrase) => known(phrase))
  const joint: When = Object.assign({}, ...also, only === undefined ? {} : { subject: { is: 'oneOf', values: [only] } })
  const amount = amountIn(measure, pick(fine))
  const band: Band = amount === 0n ? { is: 'exempt' } : { is: 'fine', min: amount, max: amount }
  const tier = amount === 0n ? 'exempt' : (TIER_BY_WORD.find(([word]) => label.endsWith(word))?.[1] ?? 'ordinary')
  return condition.filter((phrase) => !phrase.startsWith('and ')).flatMap((phrase) => known(phrase).map((when): Row => ({ tier, label, when: { ...when, ...joint }, band, range, ...(and === undefined ? {} : { and }) })))
}

/** Where an item exempts the slight who correct at once, its other rows are meant for everybody else. */
function exemptFirst(rows: readonly Row[]): readonly Row[] {
  if (!rows.some(({ when }) => when['minorCorrected'] !== undefined)) return rows
  return rows.map((row) => (row.when['minorCorrected'] === undefined ? { ...row, when: { ...row.when, minorCorrected: { is: 'flag', value: false } } } : row))
}

function known(phrase: string): readonly When[] {
  const found = alternativesOf(phrase)
  if (found === undefined) throw new RangeError(`the short form does not know the condition: ${phrase}`)
  return found
}

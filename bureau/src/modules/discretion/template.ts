import { factorOf } from '@zhunsheng/discretion/amount.ts'
import type { Benchmark, Factor, Measure, Row, StatutoryRange, Test, When } from '@zhunsheng/discretion/benchmark.ts'
import type { Formula } from '@zhunsheng/discretion/formula.ts'
import { citeShort } from '@zhunsheng/law/article.ts'
import type { Fine, Matter, Subject } from '@zhunsheng/law/matters/matter.ts'
import { BANDS, SUBJECTS } from '@zhunsheng/law/matters/in-words.ts'

const MILLIONTHS = 1_000_000n
const PERCENT = 10_000n
const included = (at: number) => ({ at, included: true })
const times = (from: number, to?: number): Test => ({ is: 'range', from: included(from), ...(to === undefined ? {} : { to: included(to) }) })
const flag = (value: boolean): Test => ({ is: 'flag', value })
const oneOf = (...values: readonly string[]): Test => ({ is: 'oneOf', values })
const SUBJECT_CODES = ['citizen', 'organisation', 'contractor', 'developer', 'carrier', 'vehicle'] as const

/** What every example asks beside the clause's own circumstances (示例的裁量因素). */
const USUAL: readonly Factor[] = [
  { kind: 'number', code: 'times', name: '一年内同类违法的次序', unit: '次', help: '自本次违法之日起向前计算一年，含本次；依法不予处罚的不计入。', from: included(1), whole: true, worse: 'more' },
  { kind: 'flag', code: 'corrected', name: '及时改正', worse: 'no' },
  { kind: 'choice', code: 'harm', name: '危害后果', worse: 'later', values: [{ code: 'none', name: '没有造成危害后果' }, { code: 'slight', name: '危害后果轻微' }, { code: 'present', name: '有危害后果' }] },
]
const SLIGHT = oneOf('none', 'slight')
/** From light to grave: three tiers that leave nothing out and never meet. */
const TIER_CONDITIONS: readonly (readonly When[])[] = [
  [{ times: times(1, 1), corrected: flag(true), harm: SLIGHT }],
  [{ times: times(1, 1), corrected: flag(true), harm: oneOf('present') }, { times: times(1, 1), corrected: flag(false), harm: SLIGHT }, { times: times(2, 2), corrected: flag(true), harm: SLIGHT }],
  [{ times: times(1, 1), corrected: flag(false), harm: oneOf('present') }, { times: times(2, 2), corrected: flag(true), harm: oneOf('present') }, { times: times(2, 2), corrected: flag(false) }, { times: times(3) }],
]

/**
 * An example benchmark for a matter (裁量权基准示例): its clause's ranges, divided by a formula over how often, whether it was corrected,
 * and what came of it. An example to start from: who may issue one decides otherwise. Nothing where the clause names no amount.
 */
export function templateFor(matter: Matter, formula: Formula): Benchmark | undefined {
  const fines = matter.fines.flatMap((fine) => (fine.unit === 'unspecified' ? [] : [fine]))
  if (fines.length === 0) return undefined
  const circumstances = [...new Set(fines.map(({ band }) => band ?? PLAIN))]
  const isTold = { subject: fines.some(({ subjects }) => !subjects.includes('any')), circumstance: circumstances.length > 1 }
  const ranges = fines.map((fine, at): StatutoryRange => rangeOf(matter, fine, at))
  const rows = fines.flatMap((fine, range): readonly Row[] => {
    const own = conditionsOf(fine, isTold)
    const bands = formula.divide(spanOf(fine))
    // A range too narrow for three tiers is one: the amount leaves no discretion.
    if (bands.length < TIER_CONDITIONS.length) return [{ tier: 'ordinary', when: own, band: { is: 'fine', min: spanOf(fine).min ?? 0n, max: spanOf(fine).max }, range }]
    return TIER_CONDITIONS.flatMap((alternatives, tier) => alternatives.flatMap((when): readonly Row[] => {
      const part = bands[tier]
      return part === undefined ? [] : [{ tier: part.tier, when: { ...own, ...when }, band: part.band, range }]
    }))
  })
  const asked = new Set(rows.flatMap(({ when }) => Object.keys(when)))
  const factors = [...clauseFactors(circumstances, isTold), ...USUAL.filter(({ code }) => asked.has(code)), ...measuredFactors(ranges)]
  return { form: 'zhunsheng.benchmark/1', matter: matter.id, conduct: matter.conduct, hit: 'unique', factors, ranges, rows, notThis: notThisOf(fines, circumstances, isTold) }
}

/** Stands for a clause's fine that names no circumstance. */
const PLAIN = 'plain'
type Amount = Exclude<Fine, { readonly unit: 'unspecified' }>
interface Told {
  readonly subject: boolean
  readonly circumstance: boolean
}

/** Contractors, developers and carriers are organisations. */
const meant = ({ subjects }: Fine): readonly string[] => SUBJECT_CODES.filter((code) => subjects.includes('any') || subjects.includes(code) || (subjects.includes('organisation') && ORGANISATIONS.includes(code)))
const ORGANISATIONS: readonly Subject[] = ['contractor', 'developer', 'carrier']

const conditionsOf = (fine: Fine, isTold: Told): When => ({
  ...(isTold.subject ? { subject: oneOf(...meant(fine)) } : {}),
  ...(isTold.circumstance ? { circumstance: oneOf(fine.band ?? PLAIN) } : {}),
})

function clauseFactors(circumstances: readonly string[], isTold: Told): readonly Factor[] {
  const subject: Factor = { kind: 'choice', code: 'subject', name: '处罚对象', worse: 'neither', values: SUBJECT_CODES.map((code) => ({ code, name: SUBJECTS[code] })) }
  const circumstance: Factor = { kind: 'choice', code: 'circumstance', name: '条文规定的情形', worse: 'neither', values: circumstances.map((code) => ({ code, name: Object.entries(BANDS).find(([band]) => band === code)?.[1] ?? '一般情形' })) }
  return [...(isTold.subject ? [subject] : []), ...(isTold.circumstance ? [circumstance] : [])]
}

/** Parties and circumstances for which the clause threatens nothing. */
function notThisOf(fines: readonly Fine[], circumstances: readonly string[], isTold: Told): Benchmark['notThis'] {
  if (!isTold.subject) return []
  return circumstances.flatMap((circumstance) => {
    const covered = new Set(fines.filter(({ band }) => (band ?? PLAIN) === circumstance).flatMap(meant))
    const rest = SUBJECT_CODES.filter((code) => !covered.has(code))
    return rest.length === 0 ? [] : [{ when: { subject: oneOf(...rest), ...(isTold.circumstance ? { circumstance: oneOf(circumstance) } : {}) }, says: '条文没有规定对这类对象处罚款' }]
  })
}

const MEASURED: Readonly<Record<string, Factor>> = {
  days: { kind: 'number', code: 'days', name: '逾期日数', unit: '日', from: included(1), whole: true, worse: 'more' },
  squareMetres: { kind: 'number', code: 'squareMetres', name: '面积', unit: '平方米', from: { at: 0, included: false }, whole: false, worse: 'more' },
  compensation: { kind: 'number', code: 'compensation', name: '补偿费（分）', unit: '分', from: included(1), whole: true, worse: 'more' },
  landPrice: { kind: 'number', code: 'landPrice', name: '土地使用权出让价（分）', unit: '分', from: included(1), whole: true, worse: 'more' },
  value: { kind: 'number', code: 'value', name: '重置评估价格（分）', unit: '分', from: included(1), whole: true, worse: 'more' },
  cost: { kind: 'number', code: 'cost', name: '工程造价（分）', unit: '分', from: included(1), whole: true, worse: 'more' },
}
const MEASURES: Readonly<Record<Amount['unit'], Measure>> = {
  yuan: { is: 'fen' },
  yuanPerDay: { is: 'fenEach', factor: 'days' },
  yuanPerSquareMetre: { is: 'fenEach', factor: 'squareMetres' },
  timesCompensation: { is: 'millionths', factor: 'compensation' },
  timesLandPrice: { is: 'millionths', factor: 'landPrice' },
  timesValue: { is: 'millionths', factor: 'value' },
  timesCost: { is: 'millionths', factor: 'cost' },
  percentOfCost: { is: 'millionths', factor: 'cost' },
}
const measuredFactors = (ranges: readonly StatutoryRange[]): readonly Factor[] => [...new Set(ranges.flatMap(({ measure }) => factorOf(measure) ?? []))].flatMap((code) => MEASURED[code] ?? [])

function spanOf(fine: Amount): { readonly min?: bigint; readonly max: bigint } {
  if ('max' in fine) return { max: fine.max, ...(fine.min === undefined ? {} : { min: fine.min }) }
  const one = fine.unit === 'percentOfCost' ? PERCENT : MILLIONTHS
  return { max: BigInt(fine.to) * one, ...(fine.from === undefined ? {} : { min: BigInt(fine.from) * one }) }
}

function rangeOf(matter: Matter, fine: Amount, at: number): StatutoryRange {
  const whom = [fine.subjects.includes('any') ? '' : fine.subjects.map((subject) => SUBJECTS[subject]).join('、'), fine.band === undefined ? '' : BANDS[fine.band]].filter((one) => one !== '').join('，')
  const isOnly = matter.fines.length === 1
  return { name: whom === '' ? (isOnly ? '罚款' : `罚款（${at + 1}）`) : whom, basis: citeShort(matter.basis), ...spanOf(fine), measure: MEASURES[fine.unit] }
}

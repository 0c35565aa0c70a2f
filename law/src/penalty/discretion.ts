import { apl, gbf27 } from '../article.ts'
import type { Data } from '../dossier.ts'
import { choice, factsField, group, money, optional, passage, text, type Answers } from '../field.ts'
import { formatYuan, yuan, type Fen } from '../money.ts'
import type { Finding } from '../procedure.ts'

/** Tiers of a benchmark from the lightest to the gravest (裁量阶次). */
export const DISCRETION_TIERS = {
  exempt: '不予处罚',
  mitigated: '减轻',
  slight: '轻微',
  lighter: '较轻',
  ordinary: '一般',
  heavier: '较重',
  grave: '严重',
} as const

/**
 * Why a penalty lies outside what the benchmark gives (偏离裁量权基准的情形), 国办发〔2022〕27号: it would be plainly unfitting or
 * unfair, or what it was made for has changed. The text was not read; the two cases are known from secondary sources.
 */
const DEVIATION = {
  ground: choice('偏离情形', { unfair: '适用基准明显不当、显失公平', changed: '基准适用的客观情况发生变化' }, { basis: [gbf27()] }),
  reason: passage('偏离的理由', { basis: [apl(34), apl(44)] }),
  approval: optional(text('基准制定机关批准的文号', { basis: [gbf27()], help: '基准由上级机关制定的，报经该机关批准才可以偏离' })),
} as const

/**
 * How a benchmark was applied in a case (裁量权基准的适用), 行政处罚法第三十四条: which published version, what was found of its
 * factors, and what it gives. The law does not know the benchmark: whoever records the act works the tier and the band out again.
 */
const APPLIED = {
  benchmark: text('裁量权基准', { max: 80, help: '事项编号和版本，写作 street.front/1' }),
  answers: factsField('裁量因素'),
  tier: choice('裁量阶次', DISCRETION_TIERS),
  band: optional(group('裁量幅度', { low: money('下限'), high: money('上限') }, { help: '这一阶次不处罚款的，不填写' })),
} as const
const DISCRETION = { ...APPLIED, deviation: optional(group('偏离裁量权基准', DEVIATION, { help: '罚款在裁量幅度之外的，才填写' })) } as const
export type Discretion = Answers<typeof DISCRETION>

const ASK = { basis: [apl(34)], help: '事项没有裁量权基准的，不填写' }
/** The benchmark's part of a form (裁量权基准的适用): in the notice, and again in the decision. */
export const DISCRETION_FIELD = optional(group('裁量权基准的适用', DISCRETION, ASK))
/** The same on the spot, where nothing leaves the benchmark. */
export const SPOT_DISCRETION_FIELD = optional(group('裁量权基准的适用', APPLIED, ASK))

/** What an act says of the benchmark, read from its answers (案卷中的裁量情况); nothing where it says nothing. */
export function discretionIn(answers: Data): Discretion | undefined {
  const found = answers['discretion']
  return isDiscretion(found) ? found : undefined
}
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null
// Answers were checked against the form before they were recorded: what has these parts has all of them.
const isDiscretion = (value: unknown): value is Discretion => isData(value) && typeof value['benchmark'] === 'string' && typeof value['tier'] === 'string' && isData(value['answers'])

/** A penalty as it is intended or decided, with the benchmark beside it where there is one. */
interface Weighed {
  readonly fine?: Fen
  readonly discretion?: Discretion
}

/**
 * Whether a penalty lies outside what the benchmark gives (偏离裁量幅度). Below it is no deviation where the law itself makes a penalty
 * lighter (行政处罚法第三十条至第三十二条), for which the caller stands; a tier without a fine gives none (our reading).
 */
export function deviates({ fine = NOTHING, discretion }: Weighed, mayBeLighter: boolean): boolean {
  if (discretion === undefined) return false
  const { low, high } = discretion.band ?? { low: NOTHING, high: NOTHING }
  return fine > high || (fine < low && !mayBeLighter)
}
const NOTHING = yuan(0)

/** What is wrong with what is said of a deviation (偏离未说明理由): missing outside the band, or written inside it. */
export function deviationFault(penalty: Weighed, mayBeLighter: boolean): Finding | undefined {
  const isOutside = deviates(penalty, mayBeLighter)
  if (isOutside === (penalty.discretion?.deviation !== undefined)) return undefined
  return isOutside
    ? { because: `罚款在裁量幅度（${bandWords(penalty.discretion)}）之外，没有说明理由`, field: 'discretion.deviation.reason' }
    : { because: '罚款在裁量幅度之内，却写了偏离的理由', field: 'discretion.deviation.reason', instead: '删去偏离裁量权基准的内容' }
}

/** The band in words: 50.00 元以上 95.00 元以下. */
function bandWords(discretion: Discretion | undefined): string {
  const band = discretion?.band
  return band === undefined ? '不处罚款' : `${formatYuan(band.low)} 元以上 ${formatYuan(band.high)} 元以下`
}

/** Whether a benchmark was applied more heavily than the party was told (裁量更重): in its tier, or in an end of its band. */
export function tierExceeds(decided: Discretion, told: Discretion): boolean {
  const order = Object.keys(DISCRETION_TIERS)
  return order.indexOf(decided.tier) > order.indexOf(told.tier) || (decided.band?.low ?? NOTHING) > (told.band?.low ?? NOTHING) || (decided.band?.high ?? NOTHING) > (told.band?.high ?? NOTHING)
}

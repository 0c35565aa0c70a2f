import { apl, gbf27 } from '../article.ts'
import { choice, factsField, group, money, optional, passage, text, type Answers } from '../field.ts'

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
const DISCRETION = {
  benchmark: text('裁量权基准', { max: 80, help: '事项编号和版本，写作 street.front/1' }),
  answers: factsField('裁量因素'),
  tier: choice('裁量阶次', DISCRETION_TIERS),
  band: optional(group('裁量幅度', { low: money('下限'), high: money('上限') }, { help: '这一阶次不处罚款的，不填写' })),
  deviation: optional(group('偏离裁量权基准', DEVIATION, { help: '罚款在裁量幅度之外的，才填写' })),
} as const
export type Discretion = Answers<typeof DISCRETION>

/** The benchmark's part of a form (裁量权基准的适用): in the notice, and again in the decision. */
export const DISCRETION_FIELD = optional(group('裁量权基准的适用', DISCRETION, { basis: [apl(34)], help: '事项没有裁量权基准的，不填写' }))

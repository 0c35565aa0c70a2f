import type { Benchmark, NumberFactor } from '@zhunsheng/discretion/benchmark.ts'

const times: NumberFactor = { kind: 'number', code: 'times', name: '一年内同类违法次数', unit: '次', from: { at: 0, included: true }, whole: true, worse: 'more' }
const flag = (value: boolean) => ({ is: 'flag', value }) as const
const oneOf = (...values: readonly string[]) => ({ is: 'oneOf', values }) as const
const atMost = (at: number) => ({ is: 'range', to: { at, included: true } }) as const
const atLeast = (at: number) => ({ is: 'range', from: { at, included: true } }) as const
const step = (at: bigint) => ({ is: 'span', min: at, max: at }) as const
const span = (min: bigint, max: bigint) => ({ is: 'span', min, max }) as const

/** 行政许可法第三十四条、第三十八条: what is complete is decided at once where that can be, and what fulfils the conditions is granted. */
const BANNER: Benchmark = {
  form: 'zhunsheng.benchmark/1', concerns: 'licence', matter: 'licence.banner', conduct: '城市大型户外广告设置许可', hit: 'unique',
  factors: [
    { kind: 'choice', code: 'papers', name: '申请材料', worse: 'later', values: [{ code: 'complete', name: '齐全合规' }, { code: 'curable', name: '可以补正' }, { code: 'missing', name: '逾期未补正' }] },
    { kind: 'choice', code: 'plan', name: '与设置规划的关系', worse: 'later', values: [{ code: 'fits', name: '符合' }, { code: 'adaptable', name: '调整后符合' }, { code: 'contrary', name: '不符合' }] },
  ],
  ranges: [{ name: '许可决定', basis: '《行政许可法》第三十四条、第三十八条', min: 0n, max: 2n, measure: { is: 'steps', steps: ['准予', '补正、调整后准予', '不予'] } }],
  rows: [
    { tier: 'slight', label: '符合条件', when: { papers: oneOf('complete'), plan: oneOf('fits') }, band: step(0n), range: 0 },
    { tier: 'ordinary', label: '可以补正', when: { papers: oneOf('complete'), plan: oneOf('adaptable') }, band: step(1n), range: 0 },
    { tier: 'ordinary', label: '可以补正', when: { papers: oneOf('curable'), plan: oneOf('fits', 'adaptable') }, band: step(1n), range: 0 },
    { tier: 'grave', label: '不符合条件', when: { papers: oneOf('complete', 'curable'), plan: oneOf('contrary') }, band: step(2n), range: 0 },
    { tier: 'grave', label: '不符合条件', when: { papers: oneOf('missing') }, band: step(2n), range: 0 },
  ],
  notThis: [],
}

/** 优化营商环境条例第五十三条、第五十四条: supervision by credit; how often is the bureau's own, here an example. */
const SITE: Benchmark = {
  form: 'zhunsheng.benchmark/1', concerns: 'inspection', matter: 'inspection.muck-site', conduct: '建筑垃圾产生工地检查', hit: 'unique',
  factors: [{ kind: 'choice', code: 'credit', name: '信用等级', worse: 'later', values: [{ code: 'good', name: '守信' }, { code: 'usual', name: '一般' }, { code: 'bad', name: '失信' }] }, times],
  ranges: [{ name: '一年抽查次数', basis: '《优化营商环境条例》第五十三条', min: 1n, max: 12n, measure: { is: 'count', unit: '次' } }],
  rows: [
    { tier: 'slight', label: '低风险', when: { credit: oneOf('good'), times: atMost(0) }, band: span(1n, 2n), range: 0 },
    { tier: 'ordinary', label: '中风险', when: { credit: oneOf('good'), times: atLeast(1) }, band: span(3n, 6n), range: 0 },
    { tier: 'ordinary', label: '中风险', when: { credit: oneOf('usual'), times: atMost(1) }, band: span(3n, 6n), range: 0 },
    { tier: 'grave', label: '高风险', when: { credit: oneOf('usual'), times: atLeast(2) }, band: span(7n, 12n), range: 0 },
    { tier: 'grave', label: '高风险', when: { credit: oneOf('bad') }, band: span(7n, 12n), range: 0 },
  ],
  notThis: [],
}

/** 行政强制法第十六条第二款: none where the offence is plainly slight; 第二十五条第一款: thirty days, and thirty more where the case is complex. */
const TOOLS: Benchmark = {
  form: 'zhunsheng.benchmark/1', concerns: 'coercion', matter: 'coercion.tools', conduct: '扣押占道经营的工具、物品', hit: 'unique',
  factors: [
    { kind: 'flag', code: 'slight', name: '情节显著轻微或者没有明显社会危害', worse: 'no' },
    { kind: 'flag', code: 'complex', name: '情况复杂，经负责人批准', worse: 'yes' },
  ],
  ranges: [
    { name: '扣押期限', basis: '《行政强制法》第二十五条第一款', min: 1n, max: 60n, measure: { is: 'count', unit: '日' } },
    { name: '是否采取', basis: '《行政强制法》第十六条第二款', min: 0n, max: 0n, measure: { is: 'steps', steps: ['不采取'] } },
  ],
  rows: [
    { tier: 'exempt', label: '不采取', when: { slight: flag(true) }, band: step(0n), range: 1 },
    { tier: 'ordinary', label: '一般', when: { slight: flag(false), complex: flag(false) }, band: span(1n, 30n), range: 0 },
    { tier: 'heavier', label: '复杂', when: { slight: flag(false), complex: flag(true) }, band: span(31n, 60n), range: 0 },
  ],
  notThis: [],
}

/** Examples of benchmarks that are none of a penalty (行政许可、行政检查、行政强制的裁量权基准示例), in the same form. */
export const OTHER_EXAMPLES: readonly Benchmark[] = [BANNER, SITE, TOOLS]

import type { Bound, Factor, Test, When } from '../benchmark.ts'

const incl = (at: number): Bound => ({ at, included: true })
const excl = (at: number): Bound => ({ at, included: false })
const range = (from?: Bound, to?: Bound): Test => ({ is: 'range', ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
const flag = (value: boolean): Test => ({ is: 'flag', value })
const oneOf = (...values: string[]): Test => ({ is: 'oneOf', values })

/** The factors that the short form speaks of (简写的裁量因素). */
export const SHORT_FACTORS: Readonly<Record<string, Factor>> = {
  times: { kind: 'number', code: 'times', name: '一年内因同类行为受处罚的次序', unit: '次', help: '自本次违法之日起向前计算一年；没有受过处罚的为第 1 次。依法不予处罚的不是处罚，不计入。', from: incl(1), whole: true, worse: 'more' },
  found: { kind: 'number', code: 'found', name: '发现违法的次数', unit: '次', help: '按发现的次数计算，不论是否处罚。', from: incl(1), whole: true, worse: 'more' },
  aggravated: { kind: 'flag', code: 'aggravated', name: '威胁辱骂工作人员、扰乱工作秩序或者造成严重后果', worse: 'yes' },
  minorCorrected: { kind: 'flag', code: 'minorCorrected', name: '情节轻微并当场改正', worse: 'no' },
  scatters: { kind: 'flag', code: 'scatters', name: '随意倾倒、抛撒、堆放', worse: 'yes' },
  subject: { kind: 'choice', code: 'subject', name: '当事人', values: [{ code: 'citizen', name: '个人' }, { code: 'organisation', name: '单位' }], worse: 'neither' },
  published: { kind: 'flag', code: 'published', name: '发布过公益广告', worse: 'no' },
  share: { kind: 'number', code: 'share', name: '公益广告时长比例', unit: '%', from: incl(0), to: incl(100), whole: false, worse: 'less' },
  days: { kind: 'number', code: 'days', name: '公益广告发布天数', unit: '日', from: incl(0), to: incl(366), whole: true, worse: 'less' },
  area: { kind: 'number', code: 'area', name: '公益广告版面比例', unit: '%', from: incl(0), to: incl(100), whole: false, worse: 'less' },
  plan: { kind: 'flag', code: 'plan', name: '制定了应急预案', worse: 'no' },
  drills: { kind: 'choice', code: 'drills', name: '应急演练', values: [{ code: 'regular', name: '定期组织' }, { code: 'irregular', name: '不定期组织' }, { code: 'never', name: '从未组织' }], worse: 'later' },
  reported: { kind: 'flag', code: 'reported', name: '及时报告', worse: 'no' },
  restored: { kind: 'flag', code: 'restored', name: '恢复原状', worse: 'no' },
}

/** What each phrase of the short form means: alternatives, one of which must hold. */
const PHRASES: Readonly<Record<string, readonly When[]>> = {
  aggravated: [{ aggravated: flag(true) }],
  'minor and corrected at once': [{ minorCorrected: flag(true) }],
  'scattering waste': [{ scatters: flag(true) }],
  'share 10% 及以上、20% 以下': [{ published: flag(true), share: range(incl(10), incl(20)) }],
  'published, share < 10%': [{ published: flag(true), share: range(undefined, excl(10)) }],
  never: [{ published: flag(false) }],
  '30<=days<60 OR 10%<=area<25%': [{ published: flag(true), days: range(incl(30), excl(60)) }, { published: flag(true), area: range(incl(10), excl(25)) }],
  'published, days<30 OR area<10%': [{ published: flag(true), days: range(undefined, excl(30)) }, { published: flag(true), area: range(undefined, excl(10)) }],
  'never in the calendar year': [{ published: flag(false) }],
  'no plan, drills held regularly': [{ plan: flag(false), drills: oneOf('regular') }],
  'plan, never a drill': [{ plan: flag(true), drills: oneOf('never') }],
  'no plan, never a drill': [{ plan: flag(false), drills: oneOf('never') }],
  'and reported in time and restored': [{ reported: flag(true), restored: flag(true) }],
  'and not reported, not restored': [{ reported: flag(false), restored: flag(false) }],
  'times>=3 and not reported, not restored': [{ times: range(incl(3)), reported: flag(false), restored: flag(false) }],
  'citizen: not reported, not restored': [{ reported: flag(false), restored: flag(false) }],
}

/** What the conditions of the clause itself leave outside (不属本项的情形), by item number. */
export const NOT_THIS: Readonly<Record<number, readonly { readonly when: When; readonly says: string }[]>> = {
  41: [{ when: { times: range(incl(1), incl(1)), scatters: flag(false), aggravated: flag(false) }, says: '不属情节严重，依一般情节的规定处理' }, { when: { subject: oneOf('citizen'), times: range(incl(1), incl(1)), aggravated: flag(false) }, says: '对个人不属情节严重' }],
  52: [{ when: { times: range(incl(1), incl(1)), aggravated: flag(false) }, says: '不属情节严重，依一般情节的规定处理' }],
  70: [{ when: { published: flag(true), share: range(incl(20)) }, says: '公益广告时长已达百分之二十' }],
  71: [{ when: { published: flag(true), days: range(incl(60)), area: range(incl(25)) }, says: '天数和版面都已达到要求' }],
  73: [{ when: { plan: flag(true), drills: oneOf('regular') }, says: '有预案并定期演练' }],
}

/** Whom a further range of an item is meant for, where the item does not say so in a condition (处罚对象). */
export const MEANT_FOR: Readonly<Record<number, readonly (readonly string[])[]>> = { 41: [['organisation'], ['citizen']], 74: [['organisation'], ['organisation'], ['citizen']] }

/** The alternatives that a phrase stands for; nothing where the short form does not know it. */
export function alternativesOf(phrase: string): readonly When[] | undefined {
  const counted = /^(times|found)\s*(>=|=)?\s*(\d+)$/.exec(phrase)
  if (counted === null) return PHRASES[phrase]
  const [, factor = '', sign, written] = counted
  const at = incl(Number(written))
  return [{ [factor]: sign === '>=' ? range(at) : range(at, at) }]
}
